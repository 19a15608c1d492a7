/// Reads what `VarintWriter` wrote.
struct VarintReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func next() throws(DamagedDelta) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 63, by: 7) {
            guard position < bytes.count else { throw DamagedDelta("it ends inside a number") }
            let byte = bytes[position]
            position += 1
            guard shift < 63 || byte <= 1 else { throw DamagedDelta("a number has more than 64 bits") }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw DamagedDelta("a number has more than 64 bits")
    }

    /// A number that is not negative and below the limit.
    mutating func count(below limit: Int, _ what: String) throws(DamagedDelta) -> Int {
        let value = try next()
        guard let count = Int(exactly: value), count < limit else {
            throw DamagedDelta("\(what) \(value) is too large")
        }
        return count
    }

    mutating func signed() throws(DamagedDelta) -> Int64 {
        let value = try next()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }
}
