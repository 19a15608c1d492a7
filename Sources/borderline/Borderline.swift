import ArgumentParser

/// The command `borderline`: composes the parts; each job is a subcommand that can be run once by hand.
struct Borderline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "borderline",
        abstract: "Records the rankings of live games every minute, forecasts their borders, publishes both.",
        discussion: """
            Without a configuration file nothing is crawled, and an embedded database keeps what is imported. Start with
            `borderline doctor`, which says what is missing; then `borderline up` runs everything in one process, or
            cron runs `borderline tick` each minute and `borderline serve` serves what it publishes.

            Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 done but some boards failed, 75 try later (the
            upstream is down, or another process holds the slot).
            """,
        version: BorderlineVersion.text,
        subcommands: [
            Up.self, Tick.self, Crawl.self, Forecast.self, Publish.self, Serve.self, History.self, Players.self,
            Analysts.self, Dump.self, Database.self, Backup.self, Restore.self, Upstreams.self, Runs.self, Scores.self,
            Tokens.self, Moderation.self, Recalc.self, WebhookCommands.self,
            CronCommands.self, BacktestCommand.self, Doctor.self,
        ])
}
