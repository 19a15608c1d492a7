/// Why there is no configuration: every problem that was found, in the order of the file.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty.
    package let problems: [ConfigurationProblem]

    /// One problem per line.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
