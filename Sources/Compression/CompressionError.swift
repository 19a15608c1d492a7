/// Why bytes could not be compressed or decompressed.
package struct CompressionError: Error, Hashable, Sendable {
    /// The format that was written or read.
    package enum Coding: String, Hashable, Sendable {
        case gzip
        case brotli
    }

    /// What went wrong.
    package enum Kind: Hashable, Sendable {
        /// The input ended before the compressed stream did; so does an empty input.
        case truncated
        /// Bytes follow the end of the compressed stream that belong to no stream.
        case trailingBytes
        /// The input is no stream of this coding, or its checksum or length is wrong.
        case corrupt
        /// The output would have been longer than the caller's limit.
        case tooLarge(limitBytes: Int)
        /// The library failed by itself, for want of memory as a rule; the code is its own.
        case library(code: Int32)
    }

    package let coding: Coding
    package let kind: Kind

    package init(coding: Coding, kind: Kind) {
        self.coding = coding
        self.kind = kind
    }
}

extension CompressionError: CustomStringConvertible {
    package var description: String {
        switch kind {
        case .truncated: "\(coding.rawValue): the input ends too early"
        case .trailingBytes: "\(coding.rawValue): bytes after the end"
        case .corrupt: "\(coding.rawValue): the input is damaged or of another format"
        case .tooLarge(let limitBytes): "\(coding.rawValue): more than \(limitBytes) bytes"
        case .library(let code): "\(coding.rawValue): library error \(code)"
        }
    }
}
