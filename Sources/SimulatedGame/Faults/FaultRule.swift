import Rankings

/// How often one kind of fault happens, and to what.
package struct FaultRule: Hashable, Sendable {
    /// A fault lasts no longer: a day.
    private static let longest = 24 * 60

    package let kind: FaultKind
    /// 0 to 1, of each request in each minute; for one that lasts, that it begins.
    package let probability: Double
    /// Only the first attempt of a minute is struck: whoever asks again gets an honest answer.
    package private(set) var isPassing = false
    /// All requests are struck alike, whatever they ask for.
    package private(set) var isCommon = false
    /// For how many minutes it lasts; at least 1.
    package private(set) var minutes = 1

    /// Reads `KIND:PROBABILITY` with any of `:passing`, `:common` and a span, e.g. `status-503:0.02`,
    /// `garbage:0.01:passing` and `maintenance:0.001:common:20m`.
    ///
    /// - Throws: `badFault` with what would be right.
    package init(_ text: String) throws(SimulatedGameError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let kinds = FaultKind.allCases.map(\.rawValue).joined(separator: ", ")
        guard parts.count >= 2, let kind = FaultKind(rawValue: String(parts[0])) else {
            throw SimulatedGameError(
                .badFault, item: "fault \(text)", problem: "must be KIND:PROBABILITY with a kind of \(kinds)")
        }
        guard let probability = Double(parts[1]), (0...1).contains(probability) else {
            throw SimulatedGameError(.badFault, item: "fault \(text)", problem: "the probability must be 0 to 1")
        }
        self.kind = kind
        self.probability = probability
        for word in parts.dropFirst(2) {
            switch word {
            case "passing": isPassing = true
            case "common": isCommon = true
            default: minutes = try Self.minutes(String(word), of: text)
            }
        }
    }

    private static func minutes(_ word: String, of text: String) throws(SimulatedGameError) -> Int {
        let seconds: Int64
        do {
            seconds = try SpanText.duration(word).components.seconds
        } catch {
            throw SimulatedGameError(
                .badFault, item: "fault \(text)", problem: "\(word) must be passing, common or a span like 20m")
        }
        guard seconds > 0, seconds % 60 == 0, seconds / 60 <= longest else {
            throw SimulatedGameError(
                .badFault, item: "fault \(text)", problem: "it must last whole minutes, from 1m to 1d")
        }
        return Int(seconds / 60)
    }
}
