/// One border read at one lead: the live one, or a finished one at the same lead.
struct BorderSample: Sendable {
    let traits: BorderTraits
    let reading: PaceReading
    /// When its board ends, in months of thirty days since 1970.
    let endMonth: Double
    /// Nil further from the end than anybody asks for hours.
    let hours: HourlyScores?
}
