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
}
