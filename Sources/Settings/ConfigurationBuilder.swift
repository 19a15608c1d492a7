import Rankings

/// Makes the configuration of the values read, and checks what no single key can tell.
struct ConfigurationBuilder {
    let read: ReadValues
    /// The file as it was named; nil where there is none.
    let file: String?
    let paths: PathResolver
    let secrets: SecretReader
    private(set) var problems: [ConfigurationProblem] = []

    init(read: ReadValues, file: String?, paths: PathResolver, secrets: SecretReader) {
        self.read = read
        self.file = file
        self.paths = paths
        self.secrets = secrets
    }

    mutating func build() -> Configuration {
        let top = SectionValues(read, "")
        let admin = SectionValues(read, "admin")
        let site = SectionValues(read, "site")
        let log = SectionValues(read, "log")
        return Configuration(
            file: file,
            data: paths.resolve(top.text("data")),
            output: paths.resolve(top.text("output")),
            share: top.optionalText("share").map(paths.resolve),
            log: LogSettings(
                level: log.choice("level", else: .info), format: log.choice("format", else: .auto)),
            listen: listen(),
            admin: AdminSettings(host: admin.text("host"), port: admin.integer("port")),
            site: SiteSettings(title: site.text("title"), url: site.optionalText("url"), contact: contact(in: site)),
            clock: ClockSettings(simulator: SectionValues(read, "clock").optionalText("simulator")),
            database: database(),
            embedded: EmbeddedSettings(bufferPoolBytes: SectionValues(read, "embedded").integer("buffer_pool")),
            disk: DiskSettings(budgetBytes: SectionValues(read, "disk").optionalInteger("budget")),
            backup: backup(),
            publish: publish(),
            dumps: dumps(),
            crawl: crawl,
            acceptance: acceptance,
            forecast: ForecastSettings(every: SectionValues(read, "forecast").duration("every")),
            games: games(),
            scores: scores(),
            jobs: jobs())
    }

    private var crawl: CrawlSettings {
        let crawl = SectionValues(read, "crawl")
        return CrawlSettings(
            timeLimit: crawl.duration("time_limit"), bodyLimitBytes: crawl.integer("body_limit"),
            boardsAtOnce: crawl.integer("boards_at_once"), contact: crawl.optionalText("contact"))
    }

    private var acceptance: AcceptanceSettings {
        let acceptance = SectionValues(read, "acceptance")
        return AcceptanceSettings(
            leastRowsShare: acceptance.number("least_rows_share"),
            mostFallenShare: acceptance.number("most_fallen_share"),
            mostCorrectedShare: acceptance.number("most_corrected_share"),
            mostAhead: acceptance.duration("most_ahead"), believeAfter: acceptance.integer("believe_after"))
    }

    private mutating func listen() -> ListenSettings {
        let listen = SectionValues(read, "listen")
        let settings = ListenSettings(
            host: listen.text("host"), port: listen.integer("port"),
            certificate: listen.optionalText("certificate").map(paths.resolve),
            key: listen.optionalText("key").map(paths.resolve))
        if (settings.certificate == nil) != (settings.key == nil) {
            let (absent, given) = settings.key == nil ? ("key", "certificate") : ("certificate", "key")
            report(.missingKey, listen, absent, "is missing beside \(given)", "Write both or neither")
        }
        return settings
    }

    private mutating func dumps() -> DumpSettings {
        let dumps = SectionValues(read, "dumps")
        let settings = DumpSettings(
            licence: dumps.optionalText("licence"), licenceURL: dumps.optionalText("licence_url"))
        if settings.licenceURL != nil && settings.licence == nil {
            report(
                .missingKey, dumps, "licence", "is missing beside licence_url", "Write the licence's SPDX identifier")
        }
        return settings
    }

    mutating func report(
        _ kind: ConfigurationProblem.Kind, _ section: SectionValues, _ name: String, _ wrong: String, _ right: String
    ) {
        let line = section.given(name)?.line ?? read.sections[section.path] ?? nil
        problems.append(
            ConfigurationProblem(
                kind: kind, file: file, line: line, key: section.key(name), wrong: wrong, right: right))
    }
}
