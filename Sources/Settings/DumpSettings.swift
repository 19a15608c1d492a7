/// What the published dumps say of themselves.
package struct DumpSettings: Hashable, Sendable {
    /// The SPDX identifier of the licence; nil grants nothing.
    package var licence: String?
    /// Where its text is.
    package var licenceURL: String?
}
