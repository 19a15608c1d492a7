import ArgumentParser
import Rankings

extension Instant: @retroactive ExpressibleByArgument {
    /// ISO 8601 with a zone, or Unix seconds.
    package init?(argument: String) { self.init(argument) }
}

extension BoardID: @retroactive ExpressibleByArgument {
    /// `event/board`; an event alone means its main board.
    package init?(argument: String) { self.init(argument) }
}
