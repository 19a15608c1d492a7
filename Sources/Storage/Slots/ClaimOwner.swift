/// Names one attempt to hold something, different for every attempt of every process.
package struct ClaimOwner: Hashable, Sendable {
    /// 128 random bits in base 36.
    let text: String

    package init() {
        var generator = SystemRandomNumberGenerator()
        self.init(using: &generator)
    }

    package init(using generator: inout some RandomNumberGenerator) {
        text = String(generator.next(), radix: 36) + "-" + String(generator.next(), radix: 36)
    }
}
