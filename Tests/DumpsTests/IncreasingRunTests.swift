import TestSupport
import Testing

@testable import Dumps

@Suite struct IncreasingRunTests {
    @Test(
        arguments: [
            ([], []), ([5], [0]), ([1, 2, 3], [0, 1, 2]), ([3, 1, 2], [1, 2]), ([9, 1, 8, 2, 7, 3], [1, 3, 5]),
        ] as [([Int], [Int])])
    func isTheLongest(values: [Int], indices: [Int]) {
        #expect(IncreasingRun.indices(in: values) == indices)
    }

    /// Against every subset, of random orders.
    @Test func noneIsLonger() {
        var random = SplitMix(state: 11)
        for _ in 0..<60 {
            let values = (0..<9).shuffled(using: &random)
            let longest = (0..<(1 << values.count)).map { subset in
                let picked = values.indices.filter { subset >> $0 & 1 == 1 }.map { values[$0] }
                return zip(picked, picked.dropFirst()).allSatisfy { $0 < $1 } ? picked.count : 0
            }.max()
            let found = IncreasingRun.indices(in: values).map { values[$0] }
            #expect(found.count == longest)
            #expect(found == found.sorted())
        }
    }
}
