/// Writes integers in as few bytes as they need: seven bits a byte, lowest first, the highest bit set on all but the
/// last (LEB128).
struct VarintWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number that is not negative.
    mutating func append(count: Int) { append(UInt64(count)) }

    /// A number of either sign, small where its magnitude is (zigzag: 0, −1, 1, −2 … become 0, 1, 2, 3 …).
    mutating func append(signed value: Int64) { append(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }
}
