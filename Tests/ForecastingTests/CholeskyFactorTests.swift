import TestSupport
import Testing

@testable import Forecasting

@Suite struct CholeskyFactorTests {
    /// B·Bᵀ + I of random numbers.
    private func matrix(_ count: Int) -> SymmetricMatrix {
        var random = SplitMix(state: UInt64(count))
        let rows = (0..<count).map { _ in (0..<count).map { _ in Double.random(in: -1...1, using: &random) } }
        var matrix = SymmetricMatrix(count: count)
        for row in 0..<count {
            for column in 0..<count {
                matrix[row, column] = zip(rows[row], rows[column]).reduce(row == column ? 1 : 0) { $0 + $1.0 * $1.1 }
            }
        }
        return matrix
    }

    @Test func equalsAKnownFactor() throws {
        var matrix = SymmetricMatrix(count: 2)
        (matrix[0, 0], matrix[1, 0], matrix[0, 1], matrix[1, 1]) = (4, 2, 2, 3)
        let factor = try #require(CholeskyFactor(matrix))
        let found = factor.solve([8, 7]) + factor.inverseDiagonal + [factor.inverseElement(0, 1)]
        for (value, wanted) in zip(found, [1.25, 1.5, 0.375, 0.5, -0.25]) { #expect(abs(value - wanted) < 1e-12) }
    }

    /// Around the widths at which sums are taken eight at a time.
    @Test(arguments: [0, 1, 2, 7, 8, 9, 16, 17, 60])
    func solvesWhatItWasMadeFrom(count: Int) throws {
        let matrix = matrix(count)
        let factor = try #require(CholeskyFactor(matrix))
        let truth = (0..<count).map { Double($0) - 3.5 }
        let right = (0..<count).map { row in (0..<count).reduce(0) { $0 + matrix[row, $1] * truth[$1] } }
        for (solved, wanted) in zip(factor.solve(right), truth) { #expect(abs(solved - wanted) < 1e-9) }
        let half = factor.solvedByFactor(right).reduce(0) { $0 + $1 * $1 }
        #expect(abs(half - zip(right, truth).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-8 * max(1, half))
        for row in 0..<count {
            for column in 0..<count {
                let product = (0..<count).reduce(0) { $0 + matrix[row, $1] * factor.inverseElement($1, column) }
                #expect(abs(product - (row == column ? 1 : 0)) < 1e-9)
            }
        }
        #expect(factor.inverseDiagonal == (0..<count).map { factor.inverseElement($0, $0) })
    }

    @Test func hasNoFactorWhereThereIsNone() {
        var matrix = SymmetricMatrix(count: 2)
        (matrix[0, 0], matrix[1, 0], matrix[0, 1], matrix[1, 1]) = (1, 2, 2, 1)
        #expect(CholeskyFactor(matrix) == nil)
        matrix[1, 1] = .nan
        #expect(CholeskyFactor(matrix) == nil)
    }
}
