/// The server that is started where no database is configured.
package struct EmbeddedSettings: Hashable, Sendable {
    package var bufferPoolBytes: Int
}
