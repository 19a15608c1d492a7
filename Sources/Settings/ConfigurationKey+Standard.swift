import Yams

extension ConfigurationKey {
    /// The default as a value; nil where there is none. Traps where the table holds a default its own type refuses.
    var standardValue: Value? {
        guard let standard else { return nil }
        do {
            guard let node = try Yams.compose(yaml: standard) else { preconditionFailure("\(path): empty default") }
            return try type.read(node)
        } catch {
            preconditionFailure("\(path): the default \(standard) is refused: \(error)")
        }
    }
}
