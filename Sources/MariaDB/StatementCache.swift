/// The prepared statements of one connection by their text; the least recently used one makes room.
struct StatementCache {
    private let limit: Int
    private var entries: [String: PreparedStatement] = [:]
    private var uses: UInt64 = 0

    init(limit: Int) {
        precondition(limit >= 1, "a statement cache needs room for a statement")
        self.limit = limit
    }

    var count: Int { entries.count }

    mutating func find(_ sql: String) -> PreparedStatement? {
        guard let entry = entries[sql] else { return nil }
        uses += 1
        entry.lastUse = uses
        return entry
    }

    mutating func insert(_ statement: PreparedStatement, for sql: String) {
        if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries[oldest.key] = nil
        }
        uses += 1
        statement.lastUse = uses
        entries[sql] = statement
    }

    mutating func remove(_ sql: String) { entries[sql] = nil }

    mutating func removeAll() { entries = [:] }
}
