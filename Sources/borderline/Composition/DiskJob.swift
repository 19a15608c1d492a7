import DiskSpace
import Logging
import Rankings
import Settings
import Telemetry
import Timekeeping

/// Compares what the data directory and the output take with their budget. It warns and removes nothing.
struct DiskJob: Sendable {
    let workplace: Workplace

    private var file: DiskSampleFile {
        DiskSampleFile(path: DataDirectory(workplace.configuration.data).diskSamples)
    }

    /// Measures at most once an hour, however often it is called and by however many processes; keeps the sample, and
    /// warns where the budget will not do. Does nothing without a budget.
    func runIfDue() async throws {
        let now = SystemTime().now()
        guard workplace.configuration.disk.budgetBytes != nil, file.isDue(at: now) else { return }
        guard let projection = try await projection(now: now, keepsSample: true) else { return }
        workplace.logger.log(
            level: projection.isWarning ? .warning : .info,
            projection.isWarning ? "disk budget is short" : "disk taken",
            metadata: .keyed([
                .bytes: "\(projection.used)", .percent: "\(projection.percent)", .reason: "\(projection.words)",
            ]))
    }

    /// How things stand now; nil without a budget.
    func projection(now: Instant, keepsSample: Bool = false) async throws -> DiskProjection? {
        guard let budget = workplace.configuration.disk.budgetBytes else { return nil }
        let gauge = DiskGauge()
        let folders = [workplace.configuration.data, workplace.configuration.output]
        let used = try await gauge.allocatedBytes(of: folders)
        var free = Int64.max
        for folder in folders { free = min(free, try await gauge.freeBytes(at: folder)) }
        let sample = DiskSample(at: now, bytes: used)
        if keepsSample { try file.add(sample) }
        return DiskProjection(
            budget: Int64(budget), used: used, free: free, samples: file.samples().filter { $0.at < now } + [sample])
    }
}
