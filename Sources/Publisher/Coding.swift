import Compression

/// The forms each file is published in, in the order they are written: the plain one last, for it is what a reader
/// without compression trusts.
enum Coding: CaseIterable, Sendable {
    case brotli, gzip, identity

    /// What follows the file's name.
    var suffix: String {
        switch self {
        case .brotli: ".br"
        case .gzip: ".gz"
        case .identity: ""
        }
    }

    func encode(_ bytes: [UInt8], effort: OutputFile.Effort, item: String) throws(PublisherError) -> [UInt8] {
        do {
            switch self {
            case .brotli: return try Brotli.compress(bytes, quality: Self.brotliQuality(effort, bytes: bytes.count))
            case .gzip: return try Gzip.compress(bytes, level: Self.gzipLevel(effort))
            case .identity: return bytes
            }
        } catch {
            throw PublisherError(.compression, item: item, problem: "compression failed", underlying: error)
        }
    }

    /// Whether the bytes are a form of the plain ones.
    func decodes(_ bytes: [UInt8], to plain: [UInt8]) -> Bool {
        switch self {
        case .brotli: (try? Brotli.decompress(bytes, limitBytes: plain.count)) == plain  // damaged: not a form of them
        case .gzip: (try? Gzip.decompress(bytes, limitBytes: plain.count)) == plain  // the same
        case .identity: bytes == plain
        }
    }

    /// For a root of 5 KB quality 5 takes 0.2 ms, 10 takes 4 ms and saves an eighth; 6 to 9 save one part in two
    /// hundred, and 9 takes longer than 10. What is made once: 11, but 10 for large files, where 11 takes three times
    /// as long for a few bytes.
    private static func brotliQuality(_ effort: OutputFile.Effort, bytes: Int) -> Int32 {
        switch effort {
        case .quick: 5
        case .careful: 10
        case .thorough: bytes < largeBytes ? 11 : 10
        }
    }

    private static func gzipLevel(_ effort: OutputFile.Effort) -> Int32 {
        switch effort {
        case .quick: 5
        case .careful, .thorough: 9
        }
    }

    /// From this size on the highest quality takes more than a few tens of milliseconds.
    private static let largeBytes = 50_000
}
