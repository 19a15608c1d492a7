import CZlib

/// Owns one compressing `z_stream`. zlib keeps the struct's address, so it lives on the heap.
struct DeflateStream: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>

    init(level: Int32) throws(CompressionError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = czlib_deflate_init_gzip(stream, level)
        guard code == Z_OK else {
            stream.deinitialize(count: 1)
            stream.deallocate()
            throw CompressionError(coding: .gzip, kind: .library(code: code))
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Compresses everything in one call, into a buffer zlib itself says is large enough.
    consuming func finish(_ input: [UInt8]) throws(CompressionError) -> [UInt8] {
        let capacity = Int(deflateBound(stream, UInt(input.count)))
        var code = Z_OK
        let output = [UInt8](unsafeUninitializedCapacity: capacity) { target, written in
            input.withUnsafeBufferPointer { source in
                // zlib only reads from next_in; its type lacks const for age's sake.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                code = deflate(stream, Z_FINISH)
                written = target.count - Int(stream.pointee.avail_out)
                // Neither buffer outlives this closure.
                stream.pointee.next_in = nil
                stream.pointee.next_out = nil
            }
        }
        guard code == Z_STREAM_END else { throw CompressionError(coding: .gzip, kind: .library(code: code)) }
        return output
    }

    /// Bytes of compressed output taken at a time, 64 KiB.
    private static let pieceBytes = 65_536

    /// Compresses the next piece of a member and appends what comes out of it.
    ///
    /// - Parameter isLast: ends the member; nothing may follow.
    borrowing func append(_ input: [UInt8], isLast: Bool, to output: inout [UInt8]) throws(CompressionError) {
        var code = Z_OK
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        input.withUnsafeBufferPointer { source in
            // zlib only reads from next_in; its type lacks const for age's sake.
            stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.pointee.avail_in = UInt32(source.count)
            repeat {
                let written = piece.withUnsafeMutableBufferPointer { target in
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = UInt32(target.count)
                    code = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    return target.count - Int(stream.pointee.avail_out)
                }
                output.append(contentsOf: piece[..<written])
                // A full piece may have left something behind.
            } while code == Z_OK && stream.pointee.avail_out == 0
            // Neither buffer outlives this closure.
            stream.pointee.next_in = nil
            stream.pointee.next_out = nil
        }
        // Without room for progress and without input there is nothing to do, which is no failure.
        guard code == (isLast ? Z_STREAM_END : Z_OK) || (!isLast && code == Z_BUF_ERROR) else {
            throw CompressionError(coding: .gzip, kind: .library(code: code))
        }
    }
}
