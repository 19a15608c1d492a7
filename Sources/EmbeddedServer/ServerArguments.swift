import Glibc

/// The command lines of MariaDB's programs. None reads the system's option files.
enum ServerArguments {
    /// The administrator of the database; the private directory is what keeps others out.
    static let administrator = "root"

    static func creating(_ data: String, _ layout: ServerLayout, _ options: EmbeddedServerOptions) -> [String] {
        [
            "--no-defaults", "--datadir=\(data)", "--tmpdir=\(layout.temporary)",
            // Without --force it gives up where the machine's own name does not resolve, as in many containers.
            "--force", "--auth-root-authentication-method=normal", "--skip-test-db",
            "--skip-name-resolve", "--innodb-log-file-size=\(options.redoLogBytes)",
        ] + systemUser
    }

    static func serving(_ layout: ServerLayout, _ options: EmbeddedServerOptions) -> [String] {
        [
            "--no-defaults", "--datadir=\(layout.data)", "--socket=\(layout.socket)",
            "--pid-file=\(layout.processFile)", "--tmpdir=\(layout.temporary)",
            "--skip-networking", "--skip-name-resolve", "--local-infile=OFF",
            // A transaction is on disk when COMMIT returns.
            "--innodb-flush-log-at-trx-commit=1", "--skip-log-bin",
            "--innodb-buffer-pool-size=\(options.bufferPoolBytes)", "--innodb-log-file-size=\(options.redoLogBytes)",
            "--innodb-compression-algorithm=zlib", "--performance-schema=OFF",
            "--character-set-server=utf8mb4", "--default-time-zone=+00:00",
            // Asking who it is and leaving would be worth a line in the log otherwise.
            "--log-warnings=1",
        ] + systemUser
    }

    static func upgrading(_ layout: ServerLayout) -> [String] {
        ["--no-defaults", "--socket=\(layout.socket)", "--user=\(administrator)"]
    }

    /// The server refuses to run as the system's root unless it is told to.
    private static var systemUser: [String] { geteuid() == 0 ? ["--user=root"] : [] }
}
