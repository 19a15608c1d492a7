package import Rankings

extension Snapshot {
    /// The snapshot after a delta: `Delta(from: a, to: b, at: slot)` applied to `a` at the slot gives `b`.
    ///
    /// - Throws: `DamagedDelta` where the bytes are not such a delta.
    package func applying(_ delta: Delta, at slot: Slot) throws(DamagedDelta) -> Snapshot {
        try delta.bytes.withUnsafeBufferPointer { bytes throws(DamagedDelta) in
            var reader = VarintReader(bytes)
            guard try reader.next() == Delta.version else { throw DamagedDelta("it has an unknown version") }
            let rows = try rows(after: &reader, at: slot)
            let borders = try borders(after: &reader, at: slot)
            guard reader.isAtEnd else { throw DamagedDelta("more follows its end") }
            return Snapshot(rows: rows, borders: borders)
        }
    }

    private func rows(after reader: inout VarintReader, at slot: Slot) throws(DamagedDelta) -> [Row] {
        let length = try reader.count(below: Delta.placeLimit, "the length")
        let changed = try reader.count(below: length + 1, "the number of places")
        var result = Array(rows.prefix(length))
        var place = -1
        for _ in 0..<changed {
            place += 1 + (try reader.count(below: length - place - 1, "a place"))
            let row = try row(at: place, from: &reader, slot: slot)
            // Places of a list that grew follow one another.
            guard place <= result.count else { throw DamagedDelta("place \(result.count) is left out") }
            if place < result.count { result[place] = row } else { result.append(row) }
        }
        guard result.count == length else { throw DamagedDelta("place \(result.count) is left out") }
        return result
    }

    private func row(at place: Int, from reader: inout VarintReader, slot: Slot) throws(DamagedDelta) -> Row {
        let head = try reader.next()
        let flags = Delta.Flag(rawValue: head & ((1 << Delta.Flag.width) - 1))
        let origin = head >> Delta.Flag.width
        let rank: Int
        let player: Int64
        var name: Int64
        var score: Int64
        var scoredAt: Slot
        if origin == 0 {
            player = Int64(bitPattern: try reader.next())
            name = Int64(bitPattern: try reader.next())
            score = try reader.signed()
            scoredAt = slot
            rank = try flags.contains(.rank) ? rankAside(of: place, &reader) : place + 1
        } else {
            let moved = Int(truncatingIfNeeded: (origin - 1) >> 1) ^ -Int(truncatingIfNeeded: (origin - 1) & 1)
            let (oldPlace, overflow) = place.addingReportingOverflow(moved)
            guard !overflow, rows.indices.contains(oldPlace) else { throw DamagedDelta("a row comes from no place") }
            let old = rows[oldPlace]
            (player, name, score, scoredAt) = (old.player, old.name, old.score, old.scoredAt)
            rank = try flags.contains(.rank) ? rankAside(of: place, &reader) : place + 1
            if flags.contains(.name) { name = Int64(bitPattern: try reader.next()) }
            if flags.contains(.score) {
                score &+= try reader.signed()
                scoredAt = slot
            }
        }
        if flags.contains(.scoredAt) { scoredAt = try slotBefore(slot, &reader) }
        return Row(rank: rank, player: player, name: name, score: score, scoredAt: scoredAt)
    }

    private func rankAside(of place: Int, _ reader: inout VarintReader) throws(DamagedDelta) -> Int {
        let (rank, overflow) = try reader.signed().addingReportingOverflow(Int64(place + 1))
        guard !overflow else { throw DamagedDelta("a rank has more than 64 bits") }
        return Int(rank)
    }

    private func slotBefore(_ slot: Slot, _ reader: inout VarintReader) throws(DamagedDelta) -> Slot {
        let (minute, overflow) = slot.unixMinute.subtractingReportingOverflow(try reader.signed())
        guard !overflow else { throw DamagedDelta("a slot has more than 64 bits") }
        return Slot(unixMinute: minute)
    }

    private func borders(after reader: inout VarintReader, at slot: Slot) throws(DamagedDelta) -> [StandingBorder] {
        let changed = try reader.count(below: Delta.placeLimit, "the number of borders")
        var result: [StandingBorder] = []
        result.reserveCapacity(borders.count + changed)
        var kept = borders[...]
        var rank = 0
        for index in 0..<changed {
            let (next, overflow) = try reader.signed().addingReportingOverflow(Int64(rank))
            guard !overflow, index == 0 || next > rank else { throw DamagedDelta("borders are out of order") }
            rank = Int(next)
            while let first = kept.first, first.rank < rank { result.append(kept.removeFirst()) }
            let old = kept.first?.rank == rank ? kept.removeFirst() : nil
            let mark = try reader.next()
            if mark == 0 { continue }
            guard mark == 1 || mark == 3 else { throw DamagedDelta("a border is marked \(mark)") }
            let gained = try reader.signed()
            var scoredAt = gained == 0 ? old?.scoredAt ?? slot : slot
            if mark == 3 { scoredAt = try slotBefore(slot, &reader) }
            result.append(StandingBorder(rank: rank, score: (old?.score ?? 0) &+ gained, scoredAt: scoredAt))
        }
        return result + kept
    }
}
