import Rankings

extension ConfigurationKey {
    static let jobs: [ConfigurationKey] = [
        .init(
            "jobs[].id", .id(1...64), isRequired: true, example: "nightly-backup",
            "The job's name in `borderline runs`, in metrics and logs."),
        .init(
            "jobs[].schedule", .text(1...200), isRequired: true, example: "'17 3 * * *'",
            "When it runs: what [cron.md](cron.md#in-configuration) describes, in quotes."),
        .init(
            "jobs[].zone", .text(1...64), standard: "UTC", example: "Asia/Tokyo",
            "The time zone the schedule is meant in."),
        .init(
            "jobs[].command", .choice(JobSettings.Command.allCases.map(\.rawValue)), isRequired: true,
            example: "backup", "What is run."),
        .init(
            "jobs[].time_limit", .duration(.seconds(1) ... .hours(24 * 7)), standard: "6h", example: "15m",
            "How long one attempt may take before it is stopped."),
        .init(
            "jobs[].jitter", .duration(.zero ... .hours(6)), standard: "0s", example: "5m",
            "A run starts up to so much later, by chance, so that many machines do not start at once."),
        .init(
            "jobs[].catch_up", .choice(JobSettings.CatchUp.allCases.map(\.rawValue)), standard: "once",
            example: "skip",
            "What becomes of runs that were due while it could not run: none, one for all, or each of them."),
        .init(
            "jobs[].catch_up_limit", .integer(1...10_000), standard: "10", example: "100",
            "The most runs that `all` catches up with, the newest ones."),
        .init(
            "jobs[].retries", .integer(0...20), standard: "0", example: "3",
            "How often a run that failed is tried again, as long as the next one is not due."),
        .init(
            "jobs[].retry_pause", .duration(.seconds(1) ... .hours(1)), standard: "10s", example: "1m",
            "The pause before the first retry; it doubles each time, up to 15m, less up to half of it by chance."),
        .init(
            "jobs[].ping_env", .variable, example: "BACKUP_PING_URL",
            "The environment variable that holds the address a monitor such as Healthchecks.io is told of runs at."),
    ]
}
