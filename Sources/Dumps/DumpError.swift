package import Compression
import Glibc

/// Why a dump cannot be written or read. Each names its file.
package enum DumpError: Error, Hashable, Sendable {
    /// The folder or a file of it cannot be used.
    case storage(item: String, problem: String)
    /// The folder lacks a file that every dump has.
    case missing(item: String)
    /// A file is not the one that was written.
    case altered(item: String, problem: String)
    /// A file is as it was written, but not by this format. The item ends in the line, where there is one.
    case malformed(item: String, problem: String)
    /// A newer program wrote it.
    case newerFormat(item: String, format: Int)
    /// The bytes of a file cannot be compressed or decompressed.
    case compression(item: String, CompressionError)

    /// With what the operating system said last.
    static func system(_ problem: String, _ item: String) -> DumpError {
        .storage(item: item, problem: "\(problem): \(String(cString: strerror(errno)))")
    }
}

extension DumpError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .storage(let item, let problem): "\(item) \(problem)"
        case .missing(let item): "\(item) is missing: the dump is not whole, fetch it again"
        case .altered(let item, let problem): "\(item) \(problem): the dump is damaged, fetch it again"
        case .malformed(let item, let problem): "\(item): \(problem)"
        case .newerFormat(let item, let format):
            """
            \(item) has format \(format), this program reads up to \(DataPackage.currentFormat): use a newer Borderline
            """
        case .compression(let item, let error): "\(item): \(error)"
        }
    }
}
