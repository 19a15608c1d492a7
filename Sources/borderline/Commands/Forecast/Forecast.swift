import ArgumentParser

struct Forecast: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Makes forecasts, and fits the model to the own history.",
        subcommands: [
            ForecastMake.self, ForecastFit.self, ForecastVersions.self, ForecastPromote.self, ForecastRollback.self,
        ],
        defaultSubcommand: ForecastMake.self)
}
