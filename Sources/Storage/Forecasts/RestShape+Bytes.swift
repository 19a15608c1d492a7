import Rankings

/// A shape as a column holds it: the minutes of a step in two bytes, then for each step the share in two bytes and the
/// spread in one; whole numbers, the highest byte first.
extension RestShape {
    private static let stepBytes = 3

    /// Spreads of 2.55 and more, which no border's rest has, are kept as that.
    var bytes: [UInt8] {
        zip(shares, spreads).reduce(into: Self.twoBytes(stepMinutes)) { bytes, step in
            bytes += Self.twoBytes(step.0) + [UInt8(clamping: step.1)]
        }
    }

    /// Nil where the bytes are no shape.
    init?(bytes: [UInt8]) {
        guard bytes.count >= 2 + Self.stepBytes, (bytes.count - 2) % Self.stepBytes == 0 else { return nil }
        let places = stride(from: 2, to: bytes.count, by: Self.stepBytes)
        self.init(
            stepMinutes: Int(bytes[0]) << 8 | Int(bytes[1]),
            shares: places.map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) },
            spreads: places.map { Int(bytes[$0 + 2]) })
    }

    private static func twoBytes(_ value: Int) -> [UInt8] {
        let value = UInt16(clamping: value)
        return [UInt8(value >> 8), UInt8(value & 255)]
    }
}
