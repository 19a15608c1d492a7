import ArgumentParser
import Rankings

extension Pseudonym: ExpressibleByArgument {
    /// 16 hexadecimal digits, as pages and documents show a player.
    package init?(argument: String) { self.init(argument) }
}
