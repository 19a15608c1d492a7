/// What the published pages say of themselves.
package struct SiteSettings: Hashable, Sendable {
    package var title: String
    /// The public address without a final slash, e.g. `https://borderline.example`; nil where there is none.
    package var url: String?
    /// Where somebody asks for their removal: `mailto:` or an address; nil where none is said.
    package var contact: String?
}
