/// One thing wrong with the configuration, where it is, and what would be right.
package struct ConfigurationProblem: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for callers that tell problems apart.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The file cannot be found or read.
        case unreadableFile
        /// The text is not YAML, or not one document.
        case malformedYAML
        case duplicateKey
        case unknownKey
        case missingKey
        /// A value of another type, or none.
        case wrongType
        case outOfRange
        /// Keys that exclude or need one another.
        case conflict
        /// A secret written into the file itself.
        case plainSecret
        /// An environment variable or file that should hold a secret does not.
        case missingSecret
    }

    package let kind: Kind
    /// The file as it was named; nil where the problem lies in no file.
    package let file: String?
    /// From 1; nil where it is the whole file.
    package let line: Int?
    /// The full key, such as `games[0].cadence`; nil where it is no single key.
    package let key: String?
    /// What is wrong, as the rest of a sentence that starts with the key. Never holds a secret.
    package let wrong: String
    /// What would be right, as a sentence of its own without its full stop.
    package let right: String

    /// One line: `borderline.yaml:12: listen.port: is 99999, more than 65535. Write a whole number from 0 to 65535.`
    package var description: String {
        let place = [file, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
        let head = [place.isEmpty ? nil : place, key].compactMap { $0 }.map { $0 + ": " }.joined()
        return "\(head)\(wrong). \(right)" + (right.hasSuffix("?") ? "" : ".")
    }
}
