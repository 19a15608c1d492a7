import Foundation

/// The executables under test, beside the test bundle in the build folder.
enum Programs {
    /// `BORDERLINE_PROGRAMS` names another build folder.
    static let folder =
        ProcessInfo.processInfo.environment["BORDERLINE_PROGRAMS"].map { URL(fileURLWithPath: $0) }
        ?? Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(fileURLWithPath: ".build/debug")
    static let borderline = folder.appendingPathComponent("borderline")
    static let simulator = folder.appendingPathComponent("game-simulator")

    /// The checkout, where `Templates` and `Cron` are.
    static let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Recorded events of the real world, if they lie beside the checkout.
    static let recordedBorders = checkout.deletingLastPathComponent().appendingPathComponent("shared/data/borders")
    static var hasRecordedBorders: Bool {
        FileManager.default.fileExists(atPath: recordedBorders.appendingPathComponent("borders.csv.gz").path)
    }
}
