/// The gzip format of RFC 1952, whole bodies at once; `GzipEncoder` and `GzipDecoder` take pieces.
package enum Gzip {
    /// Levels zlib knows: 0 stores, 9 is the smallest.
    package static let levels: ClosedRange<Int32> = 0...9

    /// The most bytes `compress` takes, 1 GiB: zlib counts a one-shot buffer in 32 bits, and its output may be longer.
    package static let inputLimitBytes = 1 << 30

    /// Compresses into one gzip member that depends on nothing but the bytes and the level: no name, no time.
    ///
    /// - Parameters:
    ///   - bytes: at most `inputLimitBytes`; may be empty.
    ///   - level: one of `levels`.
    package static func compress(_ bytes: [UInt8], level: Int32 = 9) throws(CompressionError) -> [UInt8] {
        precondition(levels.contains(level), "gzip levels are 0 to 9")
        precondition(bytes.count <= inputLimitBytes, "gzip takes at most 1 GiB at once")
        var output = try DeflateStream(level: level).finish(bytes)
        // The tenth byte names the operating system zlib was built for; 255 says unknown and is the same everywhere.
        output[9] = 255
        return output
    }

    /// Decompresses one or more gzip members into their joined contents.
    ///
    /// - Parameter limitBytes: the most bytes to answer; one more is `CompressionError.Kind.tooLarge`.
    package static func decompress(_ bytes: [UInt8], limitBytes: Int) throws(CompressionError) -> [UInt8] {
        try InflateStream().decompress(bytes, limitBytes: limitBytes)
    }
}
