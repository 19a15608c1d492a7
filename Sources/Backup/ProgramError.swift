import Glibc

/// Why a program of MariaDB did not do its work.
package enum ProgramError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is in none of the directories.
    case missing(name: String, directories: [String])
    /// A call of the operating system failed.
    case system(action: String, name: String, code: Int32)
    /// It ended with an error; `words` is the end of what it said.
    case failed(name: String, status: Int32, words: String)

    package var description: String {
        switch self {
        case .missing(let name, let directories):
            "\(name) is in none of \(directories.joined(separator: ", ")): install the package mariadb-client"
        case .system(let action, let name, let code): "cannot \(action) \(name): \(String(cString: strerror(code)))"
        case .failed(let name, let status, let words): "\(name) ended with status \(status): \(words)"
        }
    }
}
