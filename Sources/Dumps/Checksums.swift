/// The file `sha256sums` of a dump, in the form of coreutils' `sha256sum`: `sha256sum -c sha256sums` checks the dump.
enum Checksums {
    static let file = "sha256sums"
    private static let limitBytes = 1 << 16
    private static let digits = 64

    /// - Parameter files: hashes in hexadecimal by name.
    static func text(_ files: [String: String]) -> [UInt8] {
        Array(files.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined().utf8)
    }

    /// Reads every file of a dump and compares it with what was written.
    ///
    /// - Parameter required: the files there must be.
    /// - Throws: naming the first file that is missing or another.
    static func verify(_ folder: String, required: [String]) throws(DumpError) {
        let path = "\(folder)/\(file)"
        let content = String(decoding: try FileInput.content(of: path, limitBytes: limitBytes), as: UTF8.self)
        var named: Set<String> = []
        for line in content.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0].utf8.count == digits, parts[1].isEmpty, isPlain(parts[2]) else {
                throw .malformed(item: path, problem: "is no list of `sha256sum`")
            }
            named.insert(String(parts[2]))
            let name = "\(folder)/\(parts[2])"
            guard try FileInput.hash(of: name) == parts[0] else {
                throw .altered(item: name, problem: "holds other bytes than \(file) says")
            }
        }
        for name in required where !named.contains(name) {
            throw .altered(item: path, problem: "does not name \(name)")
        }
    }

    /// A name must not lead out of the folder.
    private static func isPlain(_ name: Substring) -> Bool {
        !name.isEmpty && !name.contains("/") && !name.hasPrefix(".")
    }
}
