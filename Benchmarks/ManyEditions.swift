import Foundation
import Publisher
import Rankings

/// What the editions of one and of a thousand boards cost, from their values to the rename of their roots, where
/// everything changed: names, forecast, charts, page and root; and what they weigh.
enum ManyEditions {
    private static let boards = 1_000
    private static let rounds = 3

    static func run(_ workshop: Workshop) async throws {
        let renderer = try PageRenderer(templates: "Templates")
        for count in [1, 10, 100, boards] { try await measure(count, renderer: renderer, in: workshop.folder) }
    }

    private static func measure(_ count: Int, renderer: PageRenderer, in folder: String) async throws {
        let output = FolderWriter(folder: "\(folder)/editions-\(count)", lanes: ProcessInfo.processInfo.processorCount)
        let effort = OutputFile.Effort.forRoots(ofBoards: count)
        var walls: [Duration] = []
        var processor: [Duration] = []
        for round in 0..<max(rounds, min(200, 400 / count)) {
            let editions = (0..<count).map { BenchEdition(board: $0, minute: 5_000 + round) }
            let before = processorTime()
            let began = ContinuousClock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for edition in editions {
                    group.addTask { try await publish(edition, renderer: renderer, effort: effort, to: output) }
                }
                try await group.waitForAll()
            }
            walls.append(.now - began)
            processor.append((processorTime() - before) / count)
        }
        let aim = count == 1 ? "  (aim: ≤ 25 ms)" : ""
        report("editions of \(count): processor time of each: \(Sample(processor).line)\(aim)")
        report("  all of them: \(Sample(walls).line)\(count == boards ? "  (aim: ≤ 15,000 ms)" : "")")
    }

    @concurrent private static func publish(
        _ edition: BenchEdition, renderer: PageRenderer, effort: OutputFile.Effort, to output: FolderWriter
    ) async throws {
        let lane = output.lane(of: edition.board.board.id)
        let forecast = ForecastFiles.make(edition.report)
        try await lane.publish(forecast.files)
        let made = edition.edition(forecast: forecast.document)
        try await lane.publish(try EditionFiles.make(made, renderer: renderer, effort: effort))
    }

    /// Of the whole process so far, in the kernel too.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
