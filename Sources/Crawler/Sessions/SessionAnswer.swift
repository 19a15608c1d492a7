/// What an answer says of the session, whatever else it is: of the game server family, whose names these are.
package struct SessionAnswer: Hashable, Sendable, Decodable {
    package let sessionToken: String?
    package let appVersion: String?
    package let appHash: String?
    package let dataVersion: String?
    package let assetVersion: String?
    /// The status that counts, where an answer's own says that all is well.
    package let httpStatus: Int?
    package let errorCode: String?

    /// The versions it names, by the headers that carry them.
    var versions: [String: String] {
        let named = [
            "X-App-Version": appVersion, "X-App-Hash": appHash, "X-Data-Version": dataVersion,
            "X-Asset-Version": assetVersion,
        ]
        return named.compactMapValues { $0 }
    }
}
