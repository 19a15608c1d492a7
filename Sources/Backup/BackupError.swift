package import Age
package import Compression
import Glibc

/// Why a backup cannot be made or used. Each names its file and the way out.
package enum BackupError: Error, Hashable, Sendable {
    /// The folder of backups cannot be used.
    case storage(item: String, problem: String)
    /// There is a backup of that second already.
    case exists(name: String)
    /// There is no backup of that name, or none at all where it is nil.
    case absent(name: String?, place: String)
    /// There is something under that name, but it was never finished.
    case unfinished(name: String)
    /// The manifest cannot be understood.
    case manifest(item: String, problem: String)
    /// A file is not what the manifest says.
    case damaged(item: String, problem: String)
    /// The bytes of a file cannot be decrypted.
    case encryption(item: String, AgeError)
    /// The bytes of a file cannot be decompressed or compressed.
    case compression(item: String, CompressionError)
    /// The backup is encrypted and there is no passphrase.
    case passphraseMissing(name: String)

    /// With what the operating system said last.
    static func system(_ problem: String, _ item: String) -> BackupError {
        .storage(item: item, problem: "\(problem): \(String(cString: strerror(errno)))")
    }
}

extension BackupError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .storage(let item, let problem): "\(item) \(problem)"
        case .exists(let name): "there is a backup \(name) already: wait a second and try again"
        case .absent(let name?, let place): "\(place) has no backup \(name): see `borderline backup list`"
        case .absent(nil, let place): "\(place) has no whole backup: see `borderline backup list`"
        case .unfinished(let name): "backup \(name) was never finished: it has no manifest, take another"
        case .manifest(let item, let problem): "\(item) \(problem)"
        case .damaged(let item, let problem): "\(item) \(problem): the backup is damaged, take another"
        case .encryption(let item, let error): "\(item) \(error)"
        case .compression(let item, let error): "\(item) cannot be decompressed, \(error): take another backup"
        case .passphraseMissing(let name):
            "backup \(name) is encrypted: set backup.passphrase_env or backup.passphrase_file"
        }
    }
}
