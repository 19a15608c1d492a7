import ArgumentParser
import Rankings

extension Pseudonym: ExpressibleByArgument {
    /// 16 hexadecimal digits, as pages and documents show a player.
    package init?(argument: String) {
        guard argument.count == 16, let value = UInt64(argument, radix: 16) else { return nil }
        self.init(value: value)
    }
}
