import ArgumentParser
import Rankings

extension Instant: ExpressibleByArgument {
    /// ISO 8601 with a zone, or Unix seconds.
    package init?(argument: String) { self.init(argument) }
}
