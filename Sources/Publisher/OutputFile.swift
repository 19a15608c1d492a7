/// One file to publish: its place below the output folder and its bytes.
package struct OutputFile: Hashable, Sendable {
    /// Whether the file changes under its name.
    package enum Kind: Hashable, Sendable {
        /// Never changes under its name: named by hash, by minute or sealed.
        case immutable
        /// Replaced by newer editions.
        case mutable
    }

    /// Relative to the output folder, `/` between components, none of them hidden.
    package let path: String
    package let bytes: [UInt8]
    package let kind: Kind
    package let effort: Effort
    package let contentType: String
    /// What it is published in.
    let codings: [Coding]

    /// Published in every form, pictures in their own alone: they are compressed already.
    ///
    /// - Parameter effort: nil means thorough for what never changes and quick for the rest.
    package init(path: String, bytes: [UInt8], kind: Kind, contentType: ContentType, effort: Effort? = nil) {
        let codings = contentType == .png ? [.identity] : Coding.allCases
        self.init(path: path, bytes: bytes, kind: kind, contentType: contentType, effort: effort, codings: codings)
    }

    /// - Parameter codings: of which `identity` is the last.
    init(
        path: String, bytes: [UInt8], kind: Kind, contentType: ContentType, effort: Effort? = nil, codings: [Coding]
    ) {
        self.path = path
        self.bytes = bytes
        self.kind = kind
        self.effort = effort ?? (kind == .immutable ? .thorough : .quick)
        self.contentType = contentType.rawValue
        self.codings = codings
    }
}
