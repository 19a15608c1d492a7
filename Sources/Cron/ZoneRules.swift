import Rankings

/// When a time zone changes its distance from UTC: the contents of one file of the time-zone database.
package struct ZoneRules: Hashable, Sendable {
    /// The rule for the years to come is laid out up to this one; after it the offset stays as it is then.
    static let lastYear = 2400
    /// A file whose last change lies before this year has its rule from here on.
    private static let firstYear = 1900
    /// No zone has a larger file: the largest ones have about 4 KB.
    static let limitBytes = 65_536

    /// The zone's name in the database, e.g. `Europe/Berlin`.
    package let name: String
    /// Seconds since 1970 at which the offset changes, ascending.
    private let changes: [Int64]
    /// The offset before the first change, then that from each change on; in seconds east of UTC.
    private let offsets: [Int64]

    package static let utc = ZoneRules(name: "UTC", changes: [], offsets: [0])

    init(name: String, changes: [Int64], offsets: [Int64]) {
        precondition(offsets.count == changes.count + 1, "an offset between any two changes")
        self.name = name
        self.changes = changes
        self.offsets = offsets
    }

    /// Reads a TZif file of version 2 or later (RFC 8536), as they lie below `/usr/share/zoneinfo`.
    package init(name: String, tzif bytes: [UInt8]) throws(ZoneRulesError) {
        guard bytes.count <= Self.limitBytes else { throw ZoneRulesError(zone: name, problem: "it is too large") }
        var file = TZifFile(bytes: bytes, zone: name)
        try self.init(name: name, file: file.read())
    }

    private init(name: String, file: TZifFile.Contents) {
        var changes: [Int64] = []
        var offsets: [Int64] = [file.first]
        func add(_ instant: Int64, _ offset: Int64) {
            // Only names or daylight marks change in some transitions.
            guard offset != offsets.last else { return }
            changes.append(instant)
            offsets.append(offset)
        }
        for (instant, offset) in file.changes { add(instant, offset) }
        if let last = file.changes.last?.instant, let rule = file.rule {
            let year = CivilDate(dayNumber: Int(last.flooredDivision(by: 86_400))).year
            for year in max(year, Self.firstYear)...Self.lastYear {
                for (instant, offset) in rule.changes(in: year) where instant > last { add(instant, offset) }
            }
        }
        self.init(name: name, changes: changes, offsets: offsets)
    }

    /// The span that holds the second since 1970.
    func span(at second: Int64) -> ZoneSpan {
        // The position of the first change after it.
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return ZoneSpan(
            start: low > 0 ? changes[low - 1] : nil, end: low < changes.count ? changes[low] : nil,
            offset: offsets[low], previousOffset: low > 0 ? offsets[low - 1] : offsets[0])
    }
}
