import FoundationEssentials
package import Rankings

/// Names one action: a UUID of version 7 (RFC 9562), so that ids that follow each other lie beside each other in
/// the database.
package struct ActionID: Hashable, Sendable, CustomStringConvertible {
    /// Exactly 16.
    package let bytes: [UInt8]

    /// A new one, of which nobody can guess the 74 random bits.
    package init(begun: Instant, using random: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(clamping: begun.unixMilliseconds)
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * UInt64($0))) }
        bytes += (0..<10).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        self.bytes = bytes
    }

    /// Reads the usual form, `01939f1e-8c00-7abc-9def-0123456789ab`; nil for any other text.
    package init?(_ text: String) {
        // Foundation reads some other texts, too, which do not come back as they were.
        guard let id = UUID(uuidString: text), id.uuidString == text.uppercased() else { return nil }
        bytes = withUnsafeBytes(of: id.uuid) { Array($0) }
    }

    package var description: String {
        UUID(uuid: bytes.withUnsafeBytes { $0.loadUnaligned(as: uuid_t.self) }).uuidString.lowercased()
    }
}

extension ActionID {
    /// - Parameter bytes: 16 of an id made before.
    init(bytes: [UInt8]) {
        precondition(bytes.count == 16, "an action's id has 16 bytes")
        self.bytes = bytes
    }
}
