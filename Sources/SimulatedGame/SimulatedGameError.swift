/// What keeps a simulated game from being built from what the caller gave.
package struct SimulatedGameError: Error, Hashable, CustomStringConvertible {
    /// The kinds of trouble, for callers that tell them apart.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// An event cannot be shown in the shape of the game server.
        case unshowableEvent
        /// A fault is described in words that mean nothing here.
        case badFault
        /// A speed, instant or duration cannot be used.
        case badTime
    }

    package let code: Code
    /// The file, event or option the error is about.
    package let item: String
    /// What is wrong and what would be right.
    package let problem: String

    package init(_ code: Code, item: String, problem: String) {
        self.code = code
        self.item = item
        self.problem = problem
    }

    package var description: String { "\(item): \(problem)" }
}
