/// Reads what `VarintWriter` wrote.
struct VarintReader {
    /// Borrowed from an array for the time of one call: a board is rebuilt from some ten thousand numbers, and checking
    /// each byte's place against the array's bounds would show.
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func next() throws(DamagedDelta) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            // The tenth byte has room for one bit more.
            if shift == 63, byte > 1 { throw DamagedDelta("a number has more than 64 bits") }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw DamagedDelta("it ends inside a number")
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
