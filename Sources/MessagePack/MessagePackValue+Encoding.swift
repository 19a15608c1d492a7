extension MessagePackValue {
    /// The value's bytes, each part in its shortest form, and maps by their keys.
    package var encoded: [UInt8] {
        switch self {
        case .null: [0xC0]
        case .boolean(let truth): [truth ? 0xC3 : 0xC2]
        case .integer(let number): Self.encoded(number)
        case .unsigned(let number): Self.encoded(number)
        case .real(let number): [0xCB] + Self.bigEndian(number.bitPattern)
        case .text(let text):
            Self.head(text.utf8.count, short: (0xA0, 32), long: [0xD9, 0xDA, 0xDB]) + Array(text.utf8)
        case .bytes(let bytes): Self.head(bytes.count, short: nil, long: [0xC4, 0xC5, 0xC6]) + bytes
        case .list(let elements):
            Self.head(elements.count, short: (0x90, 16), long: [nil, 0xDC, 0xDD]) + elements.flatMap(\.encoded)
        case .map(let members):
            Self.head(members.count, short: (0x80, 16), long: [nil, 0xDE, 0xDF])
                + members.sorted { $0.key < $1.key }.flatMap { Self.text($0.key).encoded + $0.value.encoded }
        }
    }

    private static func encoded(_ number: Int64) -> [UInt8] {
        if number >= 0 { return encoded(UInt64(number)) }
        if number >= -32 { return [UInt8(bitPattern: Int8(number))] }
        if let small = Int8(exactly: number) { return [0xD0] + bigEndian(small) }
        if let middle = Int16(exactly: number) { return [0xD1] + bigEndian(middle) }
        if let large = Int32(exactly: number) { return [0xD2] + bigEndian(large) }
        return [0xD3] + bigEndian(number)
    }

    private static func encoded(_ number: UInt64) -> [UInt8] {
        if number < 128 { return [UInt8(number)] }
        if let small = UInt8(exactly: number) { return [0xCC] + bigEndian(small) }
        if let middle = UInt16(exactly: number) { return [0xCD] + bigEndian(middle) }
        if let large = UInt32(exactly: number) { return [0xCE] + bigEndian(large) }
        return [0xCF] + bigEndian(number)
    }

    /// What begins a value of that many bytes or elements.
    ///
    /// - Parameters:
    ///   - short: the first byte of counts below a limit, which it holds; nil where there is none.
    ///   - long: the bytes before a count of one, two and four bytes; nil where there is none.
    private static func head(_ count: Int, short: (base: UInt8, limit: Int)?, long: [UInt8?]) -> [UInt8] {
        if let short, count < short.limit { return [short.base + UInt8(count)] }
        if let mark = long[0], let small = UInt8(exactly: count) { return [mark, small] }
        if let mark = long[1], let middle = UInt16(exactly: count) { return [mark] + bigEndian(middle) }
        guard let mark = long[2], let large = UInt32(exactly: count) else {
            preconditionFailure("a value of \(count) bytes or elements has no MessagePack")
        }
        return [mark] + bigEndian(large)
    }

    private static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
