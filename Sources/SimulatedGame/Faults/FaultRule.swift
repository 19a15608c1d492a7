/// How often one kind of fault happens.
package struct FaultRule: Hashable, Sendable {
    package let kind: FaultKind
    /// 0 to 1, of each request in each minute.
    package let probability: Double

    /// Reads `KIND:PROBABILITY`, e.g. `status-503:0.02`.
    ///
    /// - Throws: `badFault` with what would be right.
    package init(_ text: String) throws(SimulatedGameError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let kinds = FaultKind.allCases.map(\.rawValue).joined(separator: ", ")
        guard parts.count == 2, let kind = FaultKind(rawValue: String(parts[0])) else {
            throw SimulatedGameError(
                .badFault, item: "fault \(text)", problem: "must be KIND:PROBABILITY with a kind of \(kinds)")
        }
        guard let probability = Double(parts[1]), (0...1).contains(probability) else {
            throw SimulatedGameError(.badFault, item: "fault \(text)", problem: "the probability must be 0 to 1")
        }
        self.kind = kind
        self.probability = probability
    }
}
