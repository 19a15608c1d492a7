/// One day of a board that is over, as its published documents are found: by the hashes of their bytes.
package struct SeriesDay: Hashable, Sendable {
    /// The first slot of the day, UTC.
    package let day: Slot
    /// The hash in `series/<hash>.json`.
    package let series: String
    /// The hash in `names/<hash>.json`: everyone who was on the board that day.
    package let names: String

    package init(day: Slot, series: String, names: String) {
        self.day = day
        self.series = series
        self.names = names
    }
}
