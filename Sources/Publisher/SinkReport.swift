/// What a call to the sink did.
package struct SinkReport: Hashable, Sendable {
    /// Files written, siblings not counted.
    package var written = 0
    /// Files that were there with the same bytes.
    package var unchanged = 0
    /// Bytes written, siblings included.
    package var writtenBytes = 0
    /// Roots that stayed as they were: those of a newer edition.
    package var superseded = 0

    package init(written: Int = 0, unchanged: Int = 0, writtenBytes: Int = 0) {
        self.written = written
        self.unchanged = unchanged
        self.writtenBytes = writtenBytes
    }
}
