/// The licence a dump is published under.
package struct DumpLicence: Codable, Hashable, Sendable {
    /// Its SPDX identifier, such as `CC-BY-4.0`.
    package let name: String
    /// Where its text is.
    package let path: String?

    package init(name: String, path: String?) {
        self.name = name
        self.path = path
    }
}
