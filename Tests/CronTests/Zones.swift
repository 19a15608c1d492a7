import Foundation

@testable import Cron

/// The machine's time-zone database.
enum Zones {
    private static let folder = "/usr/share/zoneinfo"

    static var isInstalled: Bool { FileManager.default.fileExists(atPath: "\(folder)/Europe/Berlin") }
    static let advice = "needs the time-zone database: the package tzdata"

    static func rules(_ name: String) throws -> ZoneRules {
        try ZoneRules(name: name, tzif: bytes(name))
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
}
