import CBrotli

/// The brotli format of RFC 7932, whole bodies at once.
package enum Brotli {
    /// Qualities the encoder knows: 0 is the fastest, 11 the smallest.
    package static let qualities: ClosedRange<Int32> = 0...11

    /// Logarithms of the windows every decoder must accept: 1 KiB to 16 MiB.
    package static let windows: ClosedRange<Int32> = 10...24

    /// Compresses into one stream that depends on nothing but the arguments and the library's version.
    ///
    /// - Parameters:
    ///   - bytes: may be empty.
    ///   - quality: one of `qualities`. 5 is quick, 11 is for what is written once and read often.
    ///   - windowBits: one of `windows`. 22 is the encoder's own default: 4 MiB, what browsers expect.
    package static func compress(
        _ bytes: [UInt8],
        quality: Int32,
        windowBits: Int32 = 22
    ) throws(CompressionError) -> [UInt8] {
        precondition(qualities.contains(quality), "brotli qualities are 0 to 11")
        precondition(windows.contains(windowBits), "brotli windows are 10 to 24 bits")
        let capacity = BrotliEncoderMaxCompressedSize(bytes.count)
        var succeeded = false
        let output = [UInt8](unsafeUninitializedCapacity: capacity) { target, written in
            bytes.withUnsafeBufferPointer { source in
                var size = target.count
                let code = BrotliEncoderCompress(
                    quality, windowBits, BROTLI_MODE_GENERIC, source.count, source.baseAddress, &size,
                    target.baseAddress)
                succeeded = code == BROTLI_TRUE
                written = succeeded ? size : 0
            }
        }
        guard succeeded else { throw CompressionError(coding: .brotli, kind: .library(code: 0)) }
        return output
    }

    /// Decompresses exactly one brotli stream.
    ///
    /// - Parameter limitBytes: the most bytes to answer; one more is `CompressionError.Kind.tooLarge`.
    package static func decompress(_ bytes: [UInt8], limitBytes: Int) throws(CompressionError) -> [UInt8] {
        try BrotliDecoder().decompress(bytes, limitBytes: limitBytes)
    }
}
