import Cron
import Foundation

extension ZoneRules {
    /// Folders the time-zone database may be in; the first that has a zone counts.
    private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]

    /// - Parameter name: such as `Asia/Tokyo`.
    /// - Throws: `CommandError` where the machine does not know it, `ZoneRulesError` for a file that cannot be read.
    static func named(_ name: String) throws -> ZoneRules {
        if name == "UTC" { return .utc }
        guard !name.hasPrefix("/"), !name.contains("..") else { throw CommandError("\(name) is no time zone") }
        for folder in folders {
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
            return try ZoneRules(name: name, tzif: [UInt8](bytes))
        }
        throw CommandError("no time zone \(name): write one such as Asia/Tokyo, and install the package tzdata")
    }
}
