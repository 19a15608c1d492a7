/// Compresses one gzip member that is written in pieces, such as a file too large for the memory.
///
/// The bytes depend on nothing but the content and the level: not on how it was cut, and there is no name and no time.
package struct GzipEncoder: ~Copyable {
    /// Bytes compressed at a time. Fixed, so that the same content always meets the library in the same pieces.
    private static let pieceBytes = 65_536
    /// Where a member names the operating system (RFC 1952, 2.3); 255 says unknown and is the same everywhere.
    private static let systemOffset = 9
    private static let unknownSystem: UInt8 = 255

    private let deflate: DeflateStream
    private var plain: [UInt8] = []
    private var written = 0

    /// - Parameter level: one of `Gzip.levels`.
    package init(level: Int32 = 9) throws(CompressionError) {
        precondition(Gzip.levels.contains(level), "gzip levels are 0 to 9")
        deflate = try DeflateStream(level: level)
    }

    /// Takes the next bytes, any number, and answers what of the member is done; often nothing.
    package mutating func update(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
        plain += bytes
        var output: [UInt8] = []
        var start = 0
        while plain.count - start >= Self.pieceBytes {
            try deflate.append(Array(plain[start..<start + Self.pieceBytes]), isLast: false, to: &output)
            start += Self.pieceBytes
        }
        plain.removeFirst(start)
        return counted(output)
    }

    /// The rest of the member; called once, and nothing after it.
    package mutating func finish() throws(CompressionError) -> [UInt8] {
        var output: [UInt8] = []
        try deflate.append(plain, isLast: true, to: &output)
        plain = []
        return counted(output)
    }

    private mutating func counted(_ output: [UInt8]) -> [UInt8] {
        var output = output
        let offset = Self.systemOffset - written
        if output.indices.contains(offset) { output[offset] = Self.unknownSystem }
        written += output.count
        return output
    }
}
