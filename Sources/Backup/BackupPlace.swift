/// Where backups are kept: a folder or a bucket. Each file is small enough for the memory.
package protocol BackupPlace: Sendable {
    /// The place as a person knows it; no secret.
    var name: String { get }

    /// Writes a new file. When this returns the place has it, whole and as given; readers never see a part of it.
    func put(_ bytes: [UInt8], to path: String) async throws

    /// The bytes of a file; nil where there is none.
    ///
    /// - Throws: also where it has more than `limitBytes`.
    func get(_ path: String, limitBytes: Int) async throws -> [UInt8]?

    /// Every file, sorted by path.
    func files() async throws -> [StoredFile]

    /// Removes a file; one that is not there is no error.
    func remove(_ path: String) async throws
}
