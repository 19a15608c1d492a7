/// Writes one backup: its streams one after another, the manifest last.
package struct BackupWriter {
    private let place: any BackupPlace
    private let name: BackupName
    private let passphrase: String?
    private let partBytes: Int
    private let workFactor: Int
    private var streams: [BackupManifest.Stream] = []

    /// - Parameters:
    ///   - passphrase: nil leaves the backup unencrypted.
    ///   - partBytes: of every file but each stream's last.
    ///   - workFactor: 2^`workFactor` rounds of scrypt protect the passphrase.
    /// - Throws: `BackupError.exists` where the place has something under that name.
    package init(
        _ name: BackupName, at place: any BackupPlace, passphrase: String?,
        partBytes: Int = StreamWriter.standardPartBytes, workFactor: Int = StreamWriter.standardWorkFactor
    ) async throws {
        guard try await !place.files().contains(where: { $0.path.hasPrefix("\(name)/") }) else {
            throw BackupError.exists(name: name.description)
        }
        self.place = place
        self.name = name
        self.passphrase = passphrase
        self.partBytes = partBytes
        self.workFactor = workFactor
    }

    /// Adds a stream of what the body writes. Nothing of it counts where the body throws.
    package mutating func add(_ stream: String, _ body: (inout StreamWriter) async throws -> Void) async throws {
        var writer = try StreamWriter(
            place, folder: name.description, name: stream, passphrase: passphrase, partBytes: partBytes,
            workFactor: workFactor)
        try await body(&writer)
        streams.append(try await writer.finish())
    }

    /// Writes the manifest, which makes a backup of it.
    ///
    /// - Parameters:
    ///   - program: the version of Borderline.
    ///   - server: the version of the database server.
    ///   - schema: the version of the schema.
    package func finish(program: String, server: String, schema: Int) async throws -> BackupManifest {
        let manifest = BackupManifest(
            name: name, program: program, server: server, schema: schema, isEncrypted: passphrase != nil,
            streams: streams)
        try await place.put(try manifest.encoded(), to: "\(name)/\(BackupManifest.fileName)")
        return manifest
    }
}
