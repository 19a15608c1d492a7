import ArgumentParser

struct CronCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cron", abstract: "Looks at crontabs.", subcommands: [CronLint.self])
}
