package import Rankings

/// What differs between two snapshots of a board.
package struct Changes: Hashable, Sendable {
    /// A place that is taken by another row now, or by none.
    package struct Place: Hashable, Sendable {
        /// Position in the list, from 0.
        package let place: Int
        /// nil where the list has become shorter.
        package let row: Row?

        package init(place: Int, row: Row?) {
            self.place = place
            self.row = row
        }
    }

    /// A border that has another score now, or is shown no more.
    package struct BorderChange: Hashable, Sendable {
        package let rank: Int
        /// nil where the upstream shows the rank no more.
        package let border: StandingBorder?

        package init(rank: Int, border: StandingBorder?) {
            self.rank = rank
            self.border = border
        }
    }

    /// By place.
    package let places: [Place]
    /// By rank.
    package let borders: [BorderChange]

    package init(places: [Place], borders: [BorderChange]) {
        self.places = places
        self.borders = borders
    }

    package var isEmpty: Bool { places.isEmpty && borders.isEmpty }

    /// The changes that lead from the old snapshot to the new one.
    package static func between(_ old: Snapshot, _ new: Snapshot) -> Changes {
        var places: [Place] = []
        for place in 0..<max(old.rows.count, new.rows.count) {
            let before = place < old.rows.count ? old.rows[place] : nil
            let after = place < new.rows.count ? new.rows[place] : nil
            if before != after { places.append(Place(place: place, row: after)) }
        }
        let before = Dictionary(uniqueKeysWithValues: old.borders.map { ($0.rank, $0) })
        let after = Dictionary(uniqueKeysWithValues: new.borders.map { ($0.rank, $0) })
        let ranks = Set(before.keys).union(after.keys).sorted()
        let borders = ranks.filter { before[$0] != after[$0] }.map { BorderChange(rank: $0, border: after[$0]) }
        return Changes(places: places, borders: borders)
    }
}
