/// A version of the server, such as 10.11.6.
package struct ServerVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The first number; with `minor` it names a series, such as 10.11.
    package let major: Int
    /// The second number.
    package let minor: Int
    /// The third number, which counts the fixes within a series.
    package let patch: Int

    package init(major: Int, minor: Int, patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads three numbers with dots at the start of the text; what follows (`-MariaDB-…`) does not matter.
    package init?(_ text: some StringProtocol) {
        var numbers: [Int] = []
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if character == ".", numbers.count < 2, let number = Int(digits) {
                numbers.append(number)
                digits = ""
            } else {
                break
            }
        }
        guard numbers.count == 2, let patch = Int(digits) else { return nil }
        self.init(major: numbers[0], minor: numbers[1], patch: patch)
    }

    package var description: String { "\(major).\(minor).\(patch)" }

    /// The part whose change needs an upgrade, and whose decrease is refused: within a series MariaDB keeps its files.
    var series: [Int] { [major, minor] }

    package static func < (left: ServerVersion, right: ServerVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    /// Whether data of this version must not be opened by a server of that one.
    func isTooNew(for installed: ServerVersion) -> Bool { installed.series.lexicographicallyPrecedes(series) }
}
