/// A part of the output folder at one instant.
struct PartContent: Sendable {
    /// A file with the bytes it had then.
    struct Root: Sendable {
        let file: FolderFile
        let bytes: [UInt8]
    }

    /// What never changes: put first, in any order.
    let documents: [FolderFile]
    /// What is replaced: each step after the one before. Read before the documents were listed, so that all that they
    /// name is among those.
    let roots: [[Root]]
    /// Its folders, each with when it changed.
    let folders: [String: Int]

    var paths: Set<String> { Set(documents.map(\.path) + roots.joined().map(\.file.path)) }
}
