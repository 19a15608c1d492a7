/// What a dump says of itself beside its data, from the configuration.
package struct DumpTerms: Hashable, Sendable {
    /// nil says nothing, and then nothing is granted.
    package let licence: DumpLicence?
    /// The site's public address; nil where there is none.
    package let homepage: String?

    package init(licence: DumpLicence? = nil, homepage: String? = nil) {
        self.licence = licence
        self.homepage = homepage
    }
}
