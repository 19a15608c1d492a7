import Hexadecimal
package import Logging

/// Where replays that prove accepted actions are kept, and which are taken.
package struct Proofs: Sendable {
    /// What all that are read at the same time may take together.
    private static let memoryBytes = 64 << 20
    /// Replays that are read at the same time at least, however large they may be.
    private static let leastPlaces = 4

    /// Bytes of a replay at most.
    let limitBytes: Int
    /// Media types in lower case, without parameters.
    let types: Set<String>
    let logger: Logger
    /// Keeps bytes under a name made of hexadecimal digits and a slash; twice is once.
    let put: @Sendable (_ bytes: [UInt8], _ name: String) async throws -> Void
    let places: LivePlaces

    package init(
        limitBytes: Int, types: Set<String>, logger: Logger,
        put: @escaping @Sendable (_ bytes: [UInt8], _ name: String) async throws -> Void
    ) {
        self.limitBytes = limitBytes
        self.types = types
        self.logger = logger
        self.put = put
        places = LivePlaces(limit: max(Self.memoryBytes / limitBytes, Self.leastPlaces))
    }

    /// By its hash, in one of 256 folders.
    static func name(of hash: [UInt8]) -> String {
        let digits = hash.hexadecimal
        return "\(digits.prefix(2))/\(digits)"
    }
}
