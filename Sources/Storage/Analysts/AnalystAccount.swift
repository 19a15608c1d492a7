/// A database account that reads the views and nothing else.
package struct AnalystAccount: Hashable, Sendable {
    /// What the accounts of analysts begin with, so that no other account is ever touched.
    static let prefix = "analyst_"
    private static let longestName = 32

    /// Small letters, digits and `_`.
    package let name: String
    /// Where the account may connect from, as MariaDB writes it: `localhost`, `%`, `10.0.0.%`.
    package let host: String

    /// - Throws: `StorageError.badAnalyst` where the name or the host has other characters, is empty or too long.
    package init(name: String, host: String) throws(StorageError) {
        let isName = name.utf8.allSatisfy { ("a"..."z").contains(Unicode.Scalar($0)) || $0 == 0x5F || isDigit($0) }
        guard isName, (1...Self.longestName).contains(name.utf8.count) else {
            throw .badAnalyst("the name \(name)", rule: "1 to \(Self.longestName) small letters, digits and _")
        }
        let isHost = host.utf8.allSatisfy { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.properties.isAlphabetic && scalar.isASCII || isDigit(byte) || ".:%-_/".utf8.contains(byte)
        }
        guard isHost, (1...255).contains(host.utf8.count) else {
            throw .badAnalyst("the host \(host)", rule: "a host, an address or a pattern such as 10.0.0.%")
        }
        self.name = name
        self.host = host
    }

    /// What the analyst connects as.
    package var user: String { Self.prefix + name }

    /// The account in a statement; its characters were checked.
    var quoted: String { "'\(user)'@'\(host)'" }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
