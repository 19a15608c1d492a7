import Rankings

/// All that a forecast report says about one border.
struct ChartedBorder: Hashable, Sendable {
    let rank: Int
    /// Oldest first; empty where nothing was seen.
    let course: [BorderCourse.Point]
    /// Nil where the model does not know.
    let final: Quantiles?
    /// Nil where the model does not know.
    let outlook: BorderOutlook?

    /// The newest score of the course.
    var now: Int64? { course.last?.score }

    /// Every border with a course or a forecast, by rank.
    static func all(of report: ForecastReport) -> [ChartedBorder] {
        let courses = Dictionary(report.courses.map { ($0.rank, $0.points) }) { first, _ in first }
        let finals = Dictionary(report.forecast.borders.map { ($0.rank, $0.final) }) { first, _ in first }
        let outlooks = Dictionary(report.outlooks.map { ($0.rank, $0) }) { first, _ in first }
        return Set(courses.keys).union(finals.keys).sorted().map { rank in
            ChartedBorder(
                rank: rank, course: courses[rank] ?? [], final: finals[rank], outlook: outlooks[rank])
        }
    }
}
