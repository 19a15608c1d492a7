/// Reads the bytes of a TZif file (RFC 8536).
struct TZifFile {
    /// What the file says.
    struct Contents {
        /// The offset before the first change, in seconds east of UTC.
        let first: Int64
        /// In seconds since 1970, ascending, each with the offset from then on.
        let changes: [(instant: Int64, offset: Int64)]
        /// What holds after the last change; nil where the file does not say.
        let rule: PosixZone?
    }

    private struct Counts {
        let isUTCs: Int, isStandards: Int, leaps: Int, times: Int, types: Int, letters: Int

        /// The length of a block of data, whose instants take this many bytes.
        func bytes(perInstant: Int) -> Int {
            times * (perInstant + 1) + types * 6 + letters + leaps * (perInstant + 4) + isStandards + isUTCs
        }
    }

    private static let headerBytes = 44
    /// Before 1900 or so zones kept the sun's time; from then on no clock was further from UTC.
    private static let furthestOffset: Int64 = 26 * 3600

    private let bytes: [UInt8]
    private let zone: String
    private var position = 0

    init(bytes: [UInt8], zone: String) {
        self.bytes = bytes
        self.zone = zone
    }

    mutating func read() throws(ZoneRulesError) -> Contents {
        let short = try header()
        try skip(short.bytes(perInstant: 4))
        let counts = try header()
        var instants: [Int64] = []
        for _ in 0..<counts.times { instants.append(try integer(bytes: 8)) }
        var kinds: [Int] = []
        for _ in 0..<counts.times { kinds.append(Int(try integer(bytes: 1)) & 0xFF) }
        var offsets: [Int64] = []
        for _ in 0..<counts.types {
            offsets.append(try integer(bytes: 4))
            try skip(2)
        }
        try skip(counts.letters + counts.leaps * 12 + counts.isStandards + counts.isUTCs)
        guard let first = offsets.first, kinds.allSatisfy(offsets.indices.contains),
            offsets.allSatisfy({ abs($0) <= Self.furthestOffset }),
            zip(instants, instants.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw damage("its tables do not fit together") }
        var changes = zip(instants, kinds).map { (instant: $0, offset: offsets[$1]) }
        let rule = try footer()
        // A zone that never changed has nothing but its rule.
        if changes.isEmpty { changes = [(instant: Int64.min / 2, offset: rule?.standard ?? first)] }
        return Contents(first: first, changes: changes, rule: rule)
    }

    private mutating func header() throws(ZoneRulesError) -> Counts {
        guard position + Self.headerBytes <= bytes.count,
            bytes[position..<position + 4].elementsEqual(Array("TZif".utf8)), bytes[position + 4] >= UInt8(ascii: "2")
        else { throw damage("it is no TZif file of version 2") }
        try skip(20)
        var counts: [Int] = []
        for _ in 0..<6 { counts.append(Int(try integer(bytes: 4))) }
        guard counts.allSatisfy({ (0...ZoneRules.limitBytes).contains($0) }) else { throw damage("it is cut") }
        return Counts(
            isUTCs: counts[0], isStandards: counts[1], leaps: counts[2], times: counts[3], types: counts[4],
            letters: counts[5])
    }

    /// The rule between the last two newlines.
    private func footer() throws(ZoneRulesError) -> PosixZone? {
        let rest = bytes[position...]
        guard rest.count >= 2, rest.first == UInt8(ascii: "\n"), rest.last == UInt8(ascii: "\n") else {
            throw damage("it is cut")
        }
        let text = rest.dropFirst().dropLast()
        if text.isEmpty { return nil }
        guard let rule = PosixZone(Array(text)) else { throw damage("its rule for the future is not understood") }
        return rule
    }

    /// A signed number, the most significant byte first.
    private mutating func integer(bytes count: Int) throws(ZoneRulesError) -> Int64 {
        guard position + count <= bytes.count else { throw damage("it is cut") }
        let raw = bytes[position..<position + count].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        position += count
        let shift = UInt64(64 - 8 * count)
        return Int64(bitPattern: raw << shift) >> Int64(shift)
    }

    private mutating func skip(_ count: Int) throws(ZoneRulesError) {
        guard position + count <= bytes.count else { throw damage("it is cut") }
        position += count
    }

    private func damage(_ problem: String) -> ZoneRulesError { ZoneRulesError(zone: zone, problem: problem) }
}
