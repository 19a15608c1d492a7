/// A language of the pages, by its code as BCP 47 has it: `en`, `zh-Hant`.
package struct Language: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }

    /// What pages are in where nothing else is said, and what every catalogue is held against.
    package static let english = Language(rawValue: "en")

    /// What its pages' folder and its script are named by: paths are in lower case, where the code may not be.
    var folder: String { rawValue.lowercased() }
}
