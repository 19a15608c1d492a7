import Foundation

/// Where the files are that come with the program: `Templates` and `Cron`.
struct SharedFiles: Sendable {
    /// The folders that are looked in, in order.
    let candidates: [String]

    /// - Parameters:
    ///   - configured: the key `share`; nothing else is looked in where it is given.
    ///   - executable: the program's own path: an installed one has its files in `../share/borderline`, one in a
    ///     build folder has them in the checkout around it.
    init(configured: String?, environment: [String: String], workingDirectory: String, executable: String) {
        if let configured {
            candidates = [configured]
            return
        }
        var folders = [environment["BORDERLINE_SHARE"]].compactMap { $0 }
        let program = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        folders.append(program.deletingLastPathComponent().appendingPathComponent("share/borderline").path)
        var parent = program
        for _ in 0..<4 {
            parent = parent.deletingLastPathComponent()
            folders.append(parent.path)
        }
        candidates = folders + [workingDirectory, "/usr/share/borderline"]
    }

    /// The folder or file of this name.
    ///
    /// - Throws: `SharedFileError` naming every place that was looked in.
    func path(of name: String) throws(SharedFileError) -> String {
        for folder in candidates {
            let path = "\(folder)/\(name)"
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        throw SharedFileError(name: name, folders: candidates)
    }
}

/// A file that comes with the program is not where it could be.
struct SharedFileError: Error, CustomStringConvertible {
    let name: String
    let folders: [String]

    var description: String {
        "\(name) is in none of \(folders.joined(separator: ", ")): set the key share to the folder that has it"
    }
}
