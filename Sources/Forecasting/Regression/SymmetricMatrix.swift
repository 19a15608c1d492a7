/// A symmetric matrix, kept whole, row by row.
struct SymmetricMatrix: Sendable {
    let count: Int
    var elements: [Double]

    init(count: Int) {
        self.count = count
        elements = [Double](repeating: 0, count: count * count)
    }

    /// The element of a row and a column. Writing one does not write its mirror image.
    subscript(row: Int, column: Int) -> Double {
        get { elements[row * count + column] }
        set { elements[row * count + column] = newValue }
    }
}
