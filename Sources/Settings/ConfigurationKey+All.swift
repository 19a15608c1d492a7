import Rankings

extension ConfigurationKey {
    /// Every key, in the order of the reference page.
    package static let all: [ConfigurationKey] =
        top + serving + publishing + storing + room + backingUp + dumping + crawling + games + mapped + scores + jobs

    private static let top: [ConfigurationKey] = [
        .init(
            "data", .path, standard: "./data", example: "/var/lib/borderline",
            "The data directory: the embedded server and the key of the pseudonyms. Back it up."),
        .init(
            "output", .path, standard: "./Output", example: "/srv/borderline",
            "Where the editions are published; a web server or CDN serves exactly this directory."),
        .init(
            "share", .path, example: "/usr/share/borderline",
            "Where `Templates` and `Cron` are. Without it they are looked for beside the executable."),
        .init(
            "log.level", .choice(LogSettings.Level.allCases.map(\.rawValue)), standard: "info", example: "debug",
            "The least severe lines that are written."),
        .init(
            "log.format", .choice(LogSettings.Format.allCases.map(\.rawValue)), standard: "auto", example: "json",
            "How lines are written; `auto` is text on a terminal and JSON elsewhere."),
    ]

    private static let serving: [ConfigurationKey] = [
        .init(
            "listen.host", .text(1...255), standard: "127.0.0.1", example: "0.0.0.0",
            "The address the origin listens on."),
        .init(
            "listen.port", .integer(0...65_535), standard: "8080", example: "80",
            "The port the origin listens on; 0 lets the system choose."),
        .init(
            "listen.certificate", .path, example: "/etc/ssl/borderline.pem",
            "The certificate as PEM, with those that lead to its root. With it the port speaks TLS and HTTP/2."),
        .init("listen.key", .path, example: "/etc/ssl/borderline.key", "Its private key, as PEM; with `certificate`."),
        .init(
            "admin.host", .text(1...255), standard: "127.0.0.1", example: "::1",
            "The address `up` answers `/metrics`, `/health` and `/ready` on. Keep it from the public."),
        .init(
            "admin.port", .integer(0...65_535), standard: "8079", example: "9100",
            "The port of the same; 0 lets the system choose."),
        .init(
            "site.title", .text(1...100), standard: "Borderline", example: "Borders of my game",
            "The title of the published pages."),
        .init(
            "site.url", .url, example: "https://borderline.example",
            "The public address of the site, for links that must be absolute."),
        .init(
            "site.contact", .text(3...200), example: "mailto:privacy@borderline.example",
            "Where players ask for their removal, linked at the foot of every page: an address with `mailto:`, "
                + "`https:` or `http:`."),
        .init(
            "clock.simulator", .url, example: "http://127.0.0.1:8091",
            "A game simulator whose clock is followed instead of this machine's. Never in production."),
    ]

    private static let storing: [ConfigurationKey] = [
        .init(
            "database.socket", .path, example: "/run/mysqld/mysqld.sock",
            "The Unix socket of the server; either this or `database.host`."),
        .init(
            "database.host", .text(1...255), example: "db.internal",
            "The host of the server; either this or `database.socket`."),
        .init(
            "database.port", .integer(1...65_535), standard: "3306", example: "3307",
            "The port of the server; only with `database.host`."),
        .init(
            "database.name", .text(1...64), isRequired: true, example: "borderline",
            "The name of the database. It must exist; its tables are made."),
        .init(
            "database.user", .text(1...80), isRequired: true, example: "borderline", "The user to log in as."),
        .init(
            "database.password_env", .variable, example: "BORDERLINE_DATABASE_PASSWORD",
            "The environment variable that holds the password; this, `database.password_file` or neither."),
        .init(
            "database.password_file", .path, example: "/etc/borderline/password",
            "The file that holds the password; a final line break is left out."),
        .init("database.password", .refusedSecret, example: "(refused)", "Refused: secrets are not for this file."),
        .init(
            "database.tls.required", .boolean, example: "true",
            "Whether a connection without TLS is refused. Without it: true, but false on a socket and for this machine "
                + "(`localhost`, `127.0.0.1`, `::1`)."),
        .init(
            "database.tls.ca", .path, example: "/etc/borderline/ca.pem",
            "Certificates in PEM form that the server's is checked against; without it those of the system."),
        .init(
            "database.connections", .integer(1...256), standard: "8", example: "16",
            "How many connections are opened at most."),
        .init(
            "embedded.buffer_pool", .size(8_000_000...1_000_000_000_000), standard: "128MB", example: "1GB",
            "Memory in which the embedded server keeps pages of its tables. Without `database` this server is used."),
    ]

    private static let room: [ConfigurationKey] = [
        .init(
            "disk.budget", .size(1_000_000...1_000_000_000_000_000), example: "20GB",
            "How much the data directory and the output directory may take together; nearing it is warned of.")
    ]

    private static let backingUp: [ConfigurationKey] = [
        .init(
            "backup.folder", .path, example: "/mnt/backup/borderline",
            "The folder backups are kept in, on another disk; either this or `backup.bucket`."),
        .init(
            "backup.bucket.endpoint", .url, isRequired: true, example: "https://s3.eu-central-1.amazonaws.com",
            "The address of the S3-compatible service, without the bucket."),
        .init(
            "backup.bucket.region", .id(1...40), standard: "us-east-1", example: "eu-central-1",
            "The region requests are signed for; services without regions take the default."),
        .init(
            "backup.bucket.name", .id(3...63), isRequired: true, example: "borderline-backup",
            "The name of the bucket. It must exist; give it to backups alone."),
        .init(
            "backup.bucket.prefix", .keyPrefix, standard: "\"\"", example: "production/",
            "What every key in the bucket begins with, so that several Borderlines can share one."),
        .init(
            "backup.bucket.access_key_env", .variable, example: "BORDERLINE_BACKUP_ACCESS_KEY",
            "The environment variable that holds the access key id; this or `backup.bucket.access_key_file`."),
        .init(
            "backup.bucket.access_key_file", .path, example: "/etc/borderline/access-key",
            "The file that holds the access key id; a final line break is left out."),
        .init("backup.bucket.access_key", .refusedSecret, example: "(refused)", "Refused, as are all credentials."),
        .init(
            "backup.bucket.secret_key_env", .variable, example: "BORDERLINE_BACKUP_SECRET_KEY",
            "The environment variable that holds the secret access key; this or `backup.bucket.secret_key_file`."),
        .init(
            "backup.bucket.secret_key_file", .path, example: "/etc/borderline/secret-key",
            "The file that holds the secret access key; a final line break is left out."),
        .init("backup.bucket.secret_key", .refusedSecret, example: "(refused)", "Refused, as are all credentials."),
        .init(
            "backup.passphrase_env", .variable, example: "BORDERLINE_BACKUP_PASSPHRASE",
            "The environment variable that holds the passphrase backups are encrypted with; without it and "
                + "`backup.passphrase_file` they are not."),
        .init(
            "backup.passphrase_file", .path, example: "/etc/borderline/passphrase",
            "The file that holds the passphrase; a final line break is left out. Keep it elsewhere, too: without it no "
                + "backup can be restored."),
        .init("backup.passphrase", .refusedSecret, example: "(refused)", "Refused: secrets are not for this file."),
    ]

    private static let dumping: [ConfigurationKey] = [
        .init(
            "dumps.licence", .text(1...100), example: "CC-BY-4.0",
            "The SPDX identifier of the licence the published dumps are under; without it they name none."),
        .init(
            "dumps.licence_url", .url, example: "https://creativecommons.org/licenses/by/4.0/",
            "Where the text of that licence is."),
    ]

    private static let crawling: [ConfigurationKey] = [
        .init(
            "crawl.time_limit", .duration(.seconds(1)...(.minutes(10))), standard: "45s", example: "20s",
            "When a crawl gives up, from the start of its minute; late ones get 5s at least. No request takes longer."),
        .init(
            "crawl.body_limit", .size(1_000...1_000_000_000), standard: "8MB", example: "32MB",
            "How large one answer may be, after decompression."),
        .init(
            "crawl.boards_at_once", .integer(1...1_000), standard: "16", example: "4",
            "How many boards are worked on at the same time; those that wait for an upstream do not count."),
        .init(
            "crawl.contact", .text(1...200), example: "ops@borderline.example",
            "An address that upstreams can write to; sent with each request."),
        .init(
            "acceptance.least_rows_share", .number(0...1), standard: "0.5", example: "0.8",
            "A reading with a smaller share of the last standing's rows is refused."),
        .init(
            "acceptance.most_fallen_share", .number(0...1), standard: "0.5", example: "0.1",
            "A reading in which a greater share of scores fell is refused, on boards where scores never fall."),
        .init(
            "acceptance.most_corrected_share", .number(0...1), standard: "0.1", example: "0.5",
            "The same once a result is announced; one score may always fall."),
        .init(
            "acceptance.most_ahead", .duration(.zero ... .hours(24)), standard: "2m", example: "10s",
            "How far what an upstream shows may lie ahead of our clock, where it says from when it is."),
        .init(
            "acceptance.believe_after", .integer(0...10_000), standard: "30", example: "5",
            "After so many refusals in a row that agree with each other the next reading is believed; 0: never. "
                + "Announced results are never given up so."),
        .init(
            "forecast.every", .wholeMinutes(1...1_440), standard: "15m", example: "30m",
            "How often a forecast is made."),
    ]
}
