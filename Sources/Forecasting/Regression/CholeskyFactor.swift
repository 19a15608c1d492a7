import Glibc

/// The Cholesky factor of a symmetric positive definite matrix A = L·Lᵀ, and the inverse of the factor.
///
/// All sums are inner products of rows, so that memory is read in order; for the few hundred rows there are here that
/// is as fast as a library would be, without the library (Golub and Van Loan, Matrix Computations, 4.2).
struct CholeskyFactor: Sendable {
    let count: Int
    /// Column j of L⁻¹ as row j, from its diagonal on; what lies before is zero.
    private let inverse: [Double]

    /// Takes the lower triangle of the matrix; nil where it is not positive definite to working precision.
    init?(_ matrix: SymmetricMatrix) {
        guard let factor = Self.factor(of: matrix) else { return nil }
        count = matrix.count
        inverse = Self.inverse(of: factor, count: matrix.count)
    }

    /// A⁻¹·b = L⁻ᵀ·(L⁻¹·b).
    func solve(_ right: [Double]) -> [Double] {
        let half = solvedByFactor(right)
        return (0..<count).map { row in product(of: row, with: half) }
    }

    /// L⁻¹·b: its squared length is bᵀ·A⁻¹·b.
    func solvedByFactor(_ right: [Double]) -> [Double] {
        precondition(right.count == count, "one number for each row")
        var result = [Double](repeating: 0, count: count)
        for column in 0..<count {
            let factor = right[column]
            for row in column..<count { result[row] += inverse[column * count + row] * factor }
        }
        return result
    }

    /// An element of A⁻¹.
    func inverseElement(_ row: Int, _ column: Int) -> Double {
        let first = max(row, column)
        return inverse.withUnsafeBufferPointer { values in
            guard let base = values.baseAddress else { return 0 }
            return InnerProduct.of(
                base + row * count + first, base + column * count + first, count: count - first)
        }
    }

    /// The diagonal of A⁻¹.
    var inverseDiagonal: [Double] { (0..<count).map { inverseElement($0, $0) } }

    private func product(of row: Int, with vector: [Double]) -> Double {
        inverse.withUnsafeBufferPointer { values in
            vector.withUnsafeBufferPointer { vector in
                guard let base = values.baseAddress, let other = vector.baseAddress else { return 0 }
                return InnerProduct.of(base + row * count + row, other + row, count: count - row)
            }
        }
    }

    private static func factor(of matrix: SymmetricMatrix) -> [Double]? {
        let count = matrix.count
        var lower = matrix.elements
        return lower.withUnsafeMutableBufferPointer { values -> Bool in
            guard let base = values.baseAddress else { return true }
            for row in 0..<count {
                let here = base + row * count
                for column in 0..<row {
                    let there = base + column * count
                    here[column] = (here[column] - InnerProduct.of(here, there, count: column)) / there[column]
                }
                let pivot = here[row] - InnerProduct.of(here, here, count: row)
                guard pivot > 0 else { return false }
                here[row] = pivot.squareRoot()
            }
            return true
        } ? lower : nil
    }

    /// Column j of the inverse solves L·x = eⱼ, from the top down.
    private static func inverse(of lower: [Double], count: Int) -> [Double] {
        var inverse = [Double](repeating: 0, count: count * count)
        inverse.withUnsafeMutableBufferPointer { target in
            lower.withUnsafeBufferPointer { source in
                guard let target = target.baseAddress, let source = source.baseAddress else { return }
                for column in 0..<count {
                    let solution = target + column * count
                    solution[column] = 1 / source[column * count + column]
                    for row in (column + 1)..<max(count, column + 1) {
                        let known = InnerProduct.of(
                            source + row * count + column, solution + column, count: row - column)
                        solution[row] = -known / source[row * count + row]
                    }
                }
            }
        }
        return inverse
    }
}
