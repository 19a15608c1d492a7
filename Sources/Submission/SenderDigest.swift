import Crypto

/// What stands for users and addresses in the table of limits: the addresses of players are kept nowhere.
package struct SenderDigest: Sendable {
    static let bytes = 16
    /// Bytes of an IPv6 address that name a network: whoever has one has all addresses in it.
    private static let networkBytes = 8

    private let key: SymmetricKey

    package init(secret: [UInt8]) { key = SymmetricKey(data: secret) }

    func user(_ subject: String) -> [UInt8] { digest("user", Array(subject.utf8)) }

    func digest(of sender: Sender) -> [UInt8] {
        switch sender {
        case .player(let address): self.address(address)
        case .server(let id): digest("server", Array(id.utf8))
        }
    }

    /// - Parameter key: the id of the key that it was signed with.
    func nonce(_ nonce: String, of key: String) -> [UInt8] {
        digest("nonce", Array(nonce.utf8) + [0] + Array(key.utf8))
    }

    /// - Parameter address: as text; what is no address counts as itself.
    func address(_ address: String) -> [UInt8] {
        guard let bytes = IPAddress.bytes(of: address) else { return digest("text", Array(address.utf8)) }
        return digest("address", bytes.count == 16 ? Array(bytes.prefix(Self.networkBytes)) : bytes)
    }

    private func digest(_ kind: String, _ bytes: [UInt8]) -> [UInt8] {
        let message = Array("borderline sender \(kind)\n".utf8) + bytes
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: key).prefix(Self.bytes))
    }
}
