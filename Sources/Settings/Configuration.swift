/// Everything an operator can set, validated, with all paths absolute. Read once at the start and handed down in parts.
package struct Configuration: Hashable, Sendable {
    /// The file it was read from; nil where there was none and the defaults hold.
    package var file: String?
    /// The data directory: the embedded server and the key of the pseudonyms.
    package var data: String
    /// Where the editions are published.
    package var output: String
    /// Where `Templates` and `Cron` are; nil leaves it to the executable to find them.
    package var share: String?
    package var log: LogSettings
    package var listen: ListenSettings
    package var admin: AdminSettings
    package var site: SiteSettings
    package var clock: ClockSettings
    /// Nil means the embedded server.
    package var database: DatabaseSettings?
    package var embedded: EmbeddedSettings
    package var disk: DiskSettings
    package var backup: BackupSettings
    package var publish: PublishSettings
    package var dumps: DumpSettings
    package var crawl: CrawlSettings
    package var acceptance: AcceptanceSettings
    package var forecast: ForecastSettings
    /// In the order of the file, each id once. Empty: nothing is crawled.
    package var games: [GameSettings]
    /// Nil: there are no boards of one's own.
    package var scores: ScoreSettings?
    /// Nil: those of the crontab run.
    package var jobs: [JobSettings]?
}
