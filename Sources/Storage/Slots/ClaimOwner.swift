import Hexadecimal

/// Names one attempt to hold something, different for every attempt of every process.
package struct ClaimOwner: Hashable, Sendable {
    /// 128 random bits.
    package let bytes: [UInt8]

    /// The bytes in hexadecimal.
    var text: String { bytes.hexadecimal }

    package init() {
        var generator = SystemRandomNumberGenerator()
        self.init(using: &generator)
    }

    /// - Parameter bytes: 16 of an owner made before.
    package init(bytes: [UInt8]) {
        precondition(bytes.count == 16, "an owner has 16 bytes")
        self.bytes = bytes
    }

    package init(using generator: inout some RandomNumberGenerator) {
        bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
