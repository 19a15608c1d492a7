import Glibc

extension ServerControl {
    private var programOutput: String { layout.directory + "/program.out" }

    /// Makes the data directory under another name first: a kill in the middle leaves nothing half made.
    func create() async throws(EmbeddedServerError) {
        for name in DirectoryListing.names(in: layout.directory) where name.hasPrefix(ServerLayout.unfinishedPrefix) {
            try DirectoryListing.removeTree("\(layout.directory)/\(name)")
        }
        let version = try await installedVersion()
        let unfinished = layout.unfinishedData(String(getpid()))
        try PrivateDirectory.makeOne(layout.temporary)
        let program = try Program.find("mariadb-install-db", in: options.programDirectories)
        try await program.run(
            ServerArguments.creating(unfinished, layout, options), outputPath: programOutput, limit: options.startLimit)
        try TextFile.write("\(version)\n", to: layout.versionFile(in: unfinished))
        try SystemCall.check(rename(unfinished, layout.data), "name", layout.data)
        try TextFile.synchronizeDirectory(of: layout.data)
    }

    /// The version of the newest server that has written the data.
    func dataVersion() throws(EmbeddedServerError) -> ServerVersion {
        let text = try TextFile.tail(of: layout.versionFile, limitBytes: 100)
        guard let version = ServerVersion(text) else { throw .unreadableVersion(item: layout.versionFile) }
        return version
    }

    func installedVersion() async throws(EmbeddedServerError) -> ServerVersion {
        let program = try Program.find("mariadbd", in: options.programDirectories)
        let output = try await program.run(
            ["--no-defaults", "--version"], outputPath: programOutput, limit: options.startLimit)
        guard let version = ServerVersion(programOutput: output) else { throw .unreadableVersion(item: program.path) }
        return version
    }

    /// Brings the system tables up to a newer server; done again when it was interrupted, since the version is
    /// written last.
    func upgradeIfNeeded(_ running: ServerVersion) async throws(EmbeddedServerError) -> ServerVersion {
        guard try dataVersion() < running else { return running }
        let program = try Program.find("mariadb-upgrade", in: options.programDirectories)
        try await program.run(
            ServerArguments.upgrading(layout), outputPath: programOutput, limit: options.startLimit)
        try TextFile.write("\(running)\n", to: layout.versionFile)
        return running
    }
}
