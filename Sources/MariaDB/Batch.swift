/// The rows of a bulk execution and how they are cut into chunks.
struct Batch {
    /// Rows in one chunk: the server gains nothing from more, and the whole chunk is built in memory.
    static let chunkRowLimit = 10_000
    /// Bytes in one chunk: a quarter of the server's default `max_allowed_packet` of 16 MiB. A single row larger than
    /// this travels alone.
    static let chunkByteLimit = 4 * 1024 * 1024

    let columns: [Column]
    let rowCount: Int

    init(_ columns: [Column], operation: String) throws(DatabaseError) {
        guard let first = columns.first else {
            throw DatabaseError(.usage, "a batch needs a column", operation: operation)
        }
        guard columns.allSatisfy({ $0.count == first.count }) else {
            let counts = columns.map { String($0.count) }.joined(separator: ", ")
            throw DatabaseError(.usage, "the columns of a batch differ in length: \(counts)", operation: operation)
        }
        self.columns = columns
        rowCount = first.count
    }

    /// Consecutive ranges of rows that cover the batch, each within both limits.
    var chunks: [Range<Int>] { chunks(rowLimit: Self.chunkRowLimit, byteLimit: Self.chunkByteLimit) }

    func chunks(rowLimit: Int, byteLimit: Int) -> [Range<Int>] {
        var chunks: [Range<Int>] = []
        var start = 0
        var bytes = 0
        for row in 0..<rowCount {
            let size = columns.reduce(0) { $0 + $1.byteCount(at: row) }
            if row > start, row - start >= rowLimit || bytes + size > byteLimit {
                chunks.append(start..<row)
                start = row
                bytes = 0
            }
            bytes += size
        }
        if start < rowCount { chunks.append(start..<rowCount) }
        return chunks
    }
}
