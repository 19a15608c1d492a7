import Backup
import Foundation
import Rankings
import Settings
import Timekeeping

extension Examination {
    /// After two nights without one the crontab's line does not run, or fails.
    private static let backupAgeLimit = Duration.hours(48)

    func backup() async -> Finding {
        let settings = workplace.configuration.backup
        guard settings.place != nil else {
            return .well("backup", "no place is configured, none is made; see backup.folder and backup.bucket")
        }
        do {
            _ = try Program(
                "mariadb-dump", [], environment: [:],
                in: Program.directories(searchPath: ProcessInfo.processInfo.environment["PATH"]))
            let entries = try await settings.withPlace(userAgent: workplace.userAgent) { place in
                try await BackupCatalogue(place).entries()
            }
            return judged(entries)
        } catch {
            return .ill("backup", "\(error)", mend: "check the keys under backup, and that its place can be reached")
        }
    }

    private func judged(_ entries: [BackupEntry]) -> Finding {
        if let damaged = entries.first(where: { if case .damaged = $0.state { true } else { false } }) {
            return .ill("backup", "\(damaged.name) is damaged", mend: "find out why, then remove it by hand")
        }
        guard let newest = entries.first(where: { $0.manifest != nil }) else {
            return .well("backup", "there is none yet")
        }
        guard SystemTime().now() - newest.name.instant < Self.backupAgeLimit else {
            return .ill(
                "backup", "the newest is \(newest.name)",
                mend: "run `borderline backup`, and see why the crontab's line does not")
        }
        return .well("backup", "\(entries.count), the newest \(newest.name)")
    }
}
