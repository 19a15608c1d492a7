/// Why bytes are no MessagePack value that can be read. The description holds none of them.
package enum MessagePackError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A byte that begins no value.
    case malformed
    /// The bytes end within the value.
    case incomplete
    /// Bytes after the value.
    case excess
    /// More levels than are read, or more elements declared than there is memory.
    case tooLarge
    /// A map has a key that is neither text nor a whole number.
    case unusableKey

    package var description: String {
        switch self {
        case .malformed: "no MessagePack"
        case .incomplete: "MessagePack that is cut off"
        case .excess: "more than one MessagePack value"
        case .tooLarge: "MessagePack that is too deep or too large"
        case .unusableKey: "MessagePack with a key that is no text"
        }
    }
}
