import ArgumentParser
import Rankings
import Settings
import Storage

struct HistoryPrune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Removes the players of past events that are kept no longer (games[].keep_players).",
        discussion: """
            Borders, outcomes and forecasts stay for ever, and live events are not touched. It can be interrupted at any
            time: the next one goes on.
            """)

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Only say what would be removed.")
    var dryRun = false

    func run() async throws {
        if dryRun {
            let events = try await Composition.run(options) { parts in try await PruneJob(parts: parts).due() }
            for event in events { print("\(event.event), closed \(event.closed): \(event.changes) changes of players") }
            print("events whose players would be removed: \(events.count)")
            return
        }
        let report = try await Composition.run(options) { parts in
            try await RecordedRun(parts).perform(.prune) {
                try await PruneJob(parts: parts).run()
            } result: {
                $0.result
            }
        }
        for pruned in report.events {
            print("\(pruned.event.event): \(pruned.rows.changes) changes of players, \(pruned.files) published files")
        }
        let total = report.total
        print(
            """
            events pruned: \(report.events.count); removed \(total.changes) changes, \(total.players) players, \
            \(total.names) names; the rest is \(total.deltaBytes >> 10) KiB shorter. The database uses the room again
            """)
    }
}
