import ArgumentParser

struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Asks what was recorded, and adds what others recorded.",
        subcommands: [
            HistoryEvents.self, HistoryBoards.self, HistoryStanding.self, HistoryStandings.self, HistorySeries.self,
            HistoryOutcomes.self, HistoryGaps.self, HistoryImport.self,
            HistoryPrune.self,
        ])
}
