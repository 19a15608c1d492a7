/// A server of BanG Dream, as Bestdori numbers them: per-server arrays are in this order.
package enum BestdoriServer: Int, Hashable, Sendable, CaseIterable {
    case jp, en, tw, cn, kr

    /// - Returns: nil for another word than `jp`, `en`, `tw`, `cn` and `kr`.
    package init?(region: String) {
        guard let found = Self.allCases.first(where: { "\($0)" == region }) else { return nil }
        self = found
    }
}
