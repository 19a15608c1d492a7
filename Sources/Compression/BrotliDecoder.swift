import CBrotli

/// Owns one `BrotliDecoderState` from creation to destruction.
struct BrotliDecoder: ~Copyable {
    /// Bytes decompressed at a time, 64 KiB: a bomb overruns the limit by no more memory than this.
    private static let pieceBytes = 65_536

    private let state: OpaquePointer

    init() throws(CompressionError) {
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else {
            throw CompressionError(coding: .brotli, kind: .library(code: 0))
        }
        self.state = state
    }

    deinit { BrotliDecoderDestroyInstance(state) }

    consuming func decompress(_ input: [UInt8], limitBytes: Int) throws(CompressionError) -> [UInt8] {
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        var consumed = 0
        while true {
            let step = decodeStep(input, from: consumed, into: &piece)
            consumed += step.consumed
            guard output.count + step.written <= limitBytes else { throw error(.tooLarge(limitBytes: limitBytes)) }
            output.append(contentsOf: piece[..<step.written])
            switch step.result {
            case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT:
                continue
            case BROTLI_DECODER_RESULT_SUCCESS:
                guard consumed == input.count else { throw error(.trailingBytes) }
                return output
            case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT:
                throw error(.truncated)
            default:
                throw failure()
            }
        }
    }

    /// One call of the decoder, from the unread input into an empty piece.
    private borrowing func decodeStep(
        _ input: [UInt8],
        from start: Int,
        into piece: inout [UInt8]
    ) -> (result: BrotliDecoderResult, consumed: Int, written: Int) {
        input.withUnsafeBufferPointer { source in
            piece.withUnsafeMutableBufferPointer { target in
                let offered = source.count - start
                var unread = offered
                var next = source.baseAddress.map { $0 + start }
                var room = target.count
                var end = target.baseAddress
                let result = BrotliDecoderDecompressStream(state, &unread, &next, &room, &end, nil)
                return (result, offered - unread, target.count - room)
            }
        }
    }

    /// The last code that speaks of the format (`brotli/decode.h`). By number: Debian's headers differ in its name.
    private static let lastFormatError: Int32 = -17

    /// The decoder's error, told apart: its codes from -1 to -17 speak of the format, those below of itself.
    private borrowing func failure() -> CompressionError {
        let code = BrotliDecoderGetErrorCode(state).rawValue
        return error(code >= Self.lastFormatError ? .corrupt : .library(code: code))
    }

    private borrowing func error(_ kind: CompressionError.Kind) -> CompressionError {
        CompressionError(coding: .brotli, kind: kind)
    }
}
