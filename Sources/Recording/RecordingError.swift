/// What keeps a recording from being read or written.
package struct RecordingError: Error, Hashable, CustomStringConvertible {
    /// The kinds of trouble, for callers that tell them apart.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// A file is not what the format says.
        case malformedFile
        /// An event is asked for that the recording does not hold.
        case unknownEvent
    }

    package let code: Code
    /// The file with its line, or the event.
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
