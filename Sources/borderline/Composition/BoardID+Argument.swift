import ArgumentParser
import Rankings

extension BoardID: ExpressibleByArgument {
    /// `event/board`; an event alone means its main board.
    package init?(argument: String) { self.init(argument) }
}
