import CZlib

/// Owns one decompressing `z_stream`. zlib keeps the struct's address, so it lives on the heap.
struct InflateStream: ~Copyable {
    /// Bytes decompressed at a time, 64 KiB: a bomb overruns the limit by no more memory than this.
    static let pieceBytes = 65_536

    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(CompressionError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = czlib_inflate_init_gzip(stream)
        guard code == Z_OK else {
            stream.deinitialize(count: 1)
            stream.deallocate()
            throw CompressionError(coding: .gzip, kind: .library(code: code))
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    consuming func decompress(_ input: [UInt8], limitBytes: Int) throws(CompressionError) -> [UInt8] {
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        var consumed = 0
        while true {
            let step = inflateStep(input, from: consumed, into: &piece)
            consumed += step.consumed
            guard output.count + step.written <= limitBytes else { throw error(.tooLarge(limitBytes: limitBytes)) }
            output.append(contentsOf: piece[..<step.written])
            switch step.code {
            case Z_OK:
                continue
            case Z_STREAM_END:
                if consumed == input.count { return output }
                try beginNextMember(input[consumed...])
            case Z_BUF_ERROR:
                // No progress was possible, and there was room: the input is used up.
                throw error(.truncated)
            case Z_DATA_ERROR, Z_NEED_DICT:
                throw error(.corrupt)
            default:
                throw error(.library(code: step.code))
            }
        }
    }

    /// One call of inflate, from the unread input into an empty piece.
    borrowing func inflateStep(
        _ input: [UInt8],
        from start: Int,
        into piece: inout [UInt8]
    ) -> (code: Int32, consumed: Int, written: Int) {
        // zlib counts a buffer in 32 bits; a longer rest is simply fed again.
        let offered = min(input.count - start, Int(UInt32.max))
        return input.withUnsafeBufferPointer { source in
            piece.withUnsafeMutableBufferPointer { target in
                // zlib only reads from next_in; its type lacks const for age's sake.
                stream.pointee.next_in = source.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
                stream.pointee.avail_in = UInt32(offered)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                let code = inflate(stream, Z_NO_FLUSH)
                let consumed = offered - Int(stream.pointee.avail_in)
                let written = target.count - Int(stream.pointee.avail_out)
                // Neither buffer outlives this closure.
                stream.pointee.next_in = nil
                stream.pointee.next_out = nil
                return (code, consumed, written)
            }
        }
    }

    /// Members may follow each other (RFC 1952, 2.2); anything else behind a member is not ours.
    private borrowing func beginNextMember(_ rest: ArraySlice<UInt8>) throws(CompressionError) {
        guard rest.prefix(2) == [0x1F, 0x8B] else { throw error(.trailingBytes) }
        try reset()
    }

    /// Expects another member from here on.
    borrowing func reset() throws(CompressionError) {
        let code = inflateReset(stream)
        guard code == Z_OK else { throw error(.library(code: code)) }
    }

    borrowing func error(_ kind: CompressionError.Kind) -> CompressionError {
        CompressionError(coding: .gzip, kind: kind)
    }
}
