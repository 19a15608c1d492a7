import FoundationEssentials

/// What a backup consists of, in its file `manifest.json`, which is written last: without it there is no backup.
package struct BackupManifest: Codable, Hashable, Sendable {
    /// One file of a backup.
    package struct Part: Codable, Hashable, Sendable {
        /// Within the backup's folder.
        package let name: String
        package let bytes: Int
        /// 64 hexadecimal digits.
        package let sha256: String
    }

    /// Something that is backed up, and the files it is stored in, in order.
    package struct Stream: Codable, Hashable, Sendable {
        /// Such as `database.sql`.
        package let name: String
        /// Before compression and encryption, as is the hash.
        package let bytes: Int
        package let sha256: String
        package let parts: [Part]
    }

    /// The form described here.
    package static let currentFormat = 1
    /// The name of the file.
    package static let fileName = "manifest.json"
    /// Of the file: a part takes about 150 bytes, so this is enough for a terabyte.
    static let limitBytes = 32 << 20

    package let format: Int
    /// The backup's own name.
    package let name: String
    /// The version of Borderline that made it.
    package let program: String
    /// The version of the MariaDB server it was taken from.
    package let server: String
    /// The schema's version: an older program cannot use it.
    package let schema: Int
    /// By the age format and a passphrase.
    package let encrypted: Bool
    package let streams: [Stream]

    /// All files but the manifest itself.
    package var parts: [Part] { streams.flatMap(\.parts) }
    /// Of all files but the manifest itself.
    package var storedBytes: Int { parts.reduce(0) { $0 + $1.bytes } }

    /// The same bytes for the same manifest.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    /// - Parameter item: what an error names.
    init(_ bytes: [UInt8], item: String) throws(BackupError) {
        struct Form: Decodable { let format: Int }
        do {
            let form = try JSONDecoder().decode(Form.self, from: Data(bytes))
            guard form.format <= Self.currentFormat else {
                throw BackupError.manifest(item: item, problem: "is of a newer Borderline: use that one or a newer")
            }
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        } catch let error as BackupError {
            throw error
        } catch {
            throw .manifest(item: item, problem: "cannot be understood: it was damaged or is of something else")
        }
        // A name may come from elsewhere: it must not lead out of the backup's folder.
        for part in parts where part.name.isEmpty || part.name.contains("/") || part.name.hasPrefix(".") {
            throw .manifest(item: item, problem: "names files outside of its folder")
        }
    }

    init(
        name: BackupName, program: String, server: String, schema: Int, isEncrypted: Bool, streams: [Stream]
    ) {
        format = Self.currentFormat
        self.name = name.description
        self.program = program
        self.server = server
        self.schema = schema
        encrypted = isEncrypted
        self.streams = streams
    }
}
