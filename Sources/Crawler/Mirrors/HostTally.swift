/// What became of the requests to one host in five minutes, or in several of them.
package struct HostTally: Hashable, Sendable {
    /// Answers by how long they took.
    package private(set) var answers: [LatencyClass: Int]
    /// Requests that brought nothing of use.
    package private(set) var failures: Int

    package init(answers: [LatencyClass: Int] = [:], failures: Int = 0) {
        self.answers = answers
        self.failures = failures
    }

    package var requests: Int { failures + answers.values.reduce(0, +) }

    /// 0 to 1; 0 where nothing was asked.
    package var failureRate: Double { requests == 0 ? 0 : Double(failures) / Double(requests) }

    /// Three of four answers took no longer, to the upper bound of their class; nil without an answer.
    package var latency75: Duration? {
        let count = answers.values.reduce(0, +)
        if count == 0 { return nil }
        let wanted = (count * 3 + 3) / 4
        var passed = 0
        for (latency, answers) in answers.sorted(by: { $0.key < $1.key }) {
            passed += answers
            if passed >= wanted { return latency.upperBound }
        }
        return nil
    }

    package mutating func countAnswer(after latency: Duration) { answers[LatencyClass(of: latency), default: 0] += 1 }

    package mutating func countFailure() { failures += 1 }

    /// Takes an answer that was counted for a failure: one of the fastest, as pages are that say no.
    package mutating func countRejection() {
        if let (fastest, count) = answers.min(by: { $0.key < $1.key }) {
            answers[fastest] = count > 1 ? count - 1 : nil
        }
        failures += 1
    }

    package mutating func add(_ other: HostTally) {
        answers.merge(other.answers, uniquingKeysWith: +)
        failures += other.failures
    }
}
