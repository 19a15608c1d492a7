import CZlib

/// Decompresses a stream of gzip members that comes in pieces, such as a file too large for the memory.
package struct GzipDecoder: ~Copyable {
    private let inflate: InflateStream
    /// The input ended where a member did, or has not begun.
    private var isBetweenMembers = true
    private var hasBegun = false
    private var piece = [UInt8](repeating: 0, count: InflateStream.pieceBytes)

    package init() throws(CompressionError) { inflate = try InflateStream() }

    /// Takes the next bytes and answers all that they hold, at most 1,032 times as many: hand over small pieces.
    package mutating func update(_ input: [UInt8]) throws(CompressionError) -> [UInt8] {
        var output: [UInt8] = []
        var consumed = 0
        while true {
            if isBetweenMembers {
                if consumed == input.count { return output }
                if hasBegun { try inflate.reset() }
                (isBetweenMembers, hasBegun) = (false, true)
            }
            let step = inflate.inflateStep(input, from: consumed, into: &piece)
            consumed += step.consumed
            output.append(contentsOf: piece[..<step.written])
            switch step.code {
            case Z_STREAM_END: isBetweenMembers = true
            case Z_OK: continue
            // No progress was possible, and there was room: the input is used up.
            case Z_BUF_ERROR: return output
            case Z_DATA_ERROR, Z_NEED_DICT: throw inflate.error(.corrupt)
            default: throw inflate.error(.library(code: step.code))
            }
        }
    }

    /// - Throws: `CompressionError.Kind.truncated` where the input ended within a member, or there was none.
    package borrowing func finish() throws(CompressionError) {
        guard isBetweenMembers, hasBegun else { throw inflate.error(.truncated) }
    }
}
