import Foundation
import TestSupport
import Testing

/// The systemd units in `Cron/systemd` against the crontab beside them, and by systemd's own check.
struct SystemdTests {
    private static let analyzer = "/usr/bin/systemd-analyze"
    /// The most that the sandbox may leave open, of 100: what systemd itself calls OK is 50.
    private static let exposure = 20

    let repository: Repository

    init() throws { repository = try Repository.current.get() }

    @Test func everyLineOfTheCrontabHasATimer() throws {
        let crontab = try #require(try repository.text("Cron/borderline.crontab"))
        let lines = crontab.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count >= 5)
        for line in lines {
            let fields = line.split(separator: " ").map(String.init)
            let command = fields[6...].joined(separator: " ")
            let unit = "borderline-" + command.split { $0 == " " || $0 == "-" }.joined(separator: "-")
            let service = try #require(try repository.text("Cron/systemd/\(unit).service"), "\(unit)")
            #expect(service.contains("ExecStart=borderline \(command)\n"))
            let timer = try #require(try repository.text("Cron/systemd/\(unit).timer"), "\(unit)")
            #expect(timer.contains("OnCalendar=*-*-* \(time(minute: fields[0], hour: fields[1])) UTC\n"), "\(unit)")
        }
        let timers = try repository.files(below: "Cron/systemd").filter { $0.hasSuffix(".timer") }
        #expect(timers.count == lines.count)
    }

    /// A file of this name counts for every unit whose name begins so.
    @Test func everyServiceIsInTheSandbox() throws {
        let services = try repository.files(below: "Cron/systemd").filter { $0.hasSuffix(".service") }
        #expect(services.count >= 7)
        for service in services { #expect((service as NSString).lastPathComponent.hasPrefix("borderline-")) }
        let sandbox = try #require(try repository.text("Cron/systemd/borderline-.service.d/10-sandbox.conf"))
        for line in ["User=borderline", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet="] {
            #expect(sandbox.split(separator: "\n").contains(Substring(line)), "\(line)")
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: analyzer), "needs systemd"))
    func systemdFindsNothingWrong() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("units-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: repository.root.appendingPathComponent("Cron/systemd"), to: folder)
        let units = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".service") }
        for unit in units where unit.hasSuffix(".service") {
            // The program need not be installed where it is tested.
            let file = folder.appendingPathComponent(unit)
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacingOccurrences(of: "=borderline ", with: "=/bin/true ")
                .write(to: file, atomically: true, encoding: .utf8)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".service") || $0.hasSuffix(".timer") }
            .map { folder.appendingPathComponent($0).path }
        let verified = try await analyze(["verify", "--man=no"] + files, in: folder)
        #expect(verified.status == 0 && verified.output.isEmpty, "\(verified.output)")
        let rated = try await analyze(
            ["security", "--offline=true", "--threshold=\(Self.exposure)"] + files.filter { $0.hasSuffix(".service") },
            in: folder)
        #expect(rated.status == 0, "\(rated.output.suffix(2000))")
    }

    private func time(minute: String, hour: String) -> String {
        let twoDigits = { (text: String) in text.count == 1 ? "0\(text)" : text }
        if minute == "*" { return "*:*:00" }
        if minute.hasPrefix("*/") { return "*:00/\(minute.dropFirst(2)):00" }
        return "\(twoDigits(hour)):\(twoDigits(minute)):00"
    }

    private func analyze(_ arguments: [String], in folder: URL) async throws -> (status: Int32, output: String) {
        let outcome = try await ShortProgram.run(
            Self.analyzer, arguments,
            environment: ["SYSTEMD_UNIT_PATH": "\(folder.path):", "PATH": "/usr/bin:/bin"])
        return (outcome.status, outcome.output + outcome.errors)
    }
}
