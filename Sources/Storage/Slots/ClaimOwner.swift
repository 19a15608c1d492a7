/// Names one attempt to hold something, different for every attempt of every process.
package struct ClaimOwner: Hashable, Sendable {
    /// 128 random bits.
    let bytes: [UInt8]

    /// The bytes in hexadecimal.
    var text: String { bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }

    package init() {
        var generator = SystemRandomNumberGenerator()
        self.init(using: &generator)
    }

    package init(using generator: inout some RandomNumberGenerator) {
        bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
