/// What an expression means, as lists. Nil day lists stand for a `*`.
struct OracleFields {
    var minutes: [Int]
    var hours: [Int]
    var days: [Int]?
    var months: [Int]
    /// 0 to 6, Sunday first.
    var weekdays: [Int]?
}
