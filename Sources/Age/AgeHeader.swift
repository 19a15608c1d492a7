import Crypto
import Foundation

/// The lines an age file begins with, for a passphrase: how the file key is wrapped, and a code over both.
struct AgeHeader {
    /// A header for one passphrase has about 150 bytes; whatever is longer is none.
    static let limitBytes = 1024
    static let intro = "age-encryption.org/v1\n"
    private static let end = "---"

    let salt: [UInt8]
    let workFactor: Int
    /// The file key under the passphrase's key, with its tag.
    let wrapped: [UInt8]
    /// The code over the bytes up to `---`, those included.
    let code: [UInt8]
    /// What the code is over.
    let authenticated: [UInt8]

    /// A header for the file key.
    static func make(
        fileKey: SymmetricKey, passphrase: String, workFactor: Int
    ) throws(AgeError) -> [UInt8] {
        let salt = AgeKeys.random(AgeKeys.saltBytes)
        let key = try AgeKeys.wrapping(passphrase: passphrase, salt: salt, workFactor: workFactor)
        let wrapped = try AgeBox.seal(fileKey.withUnsafeBytes { Array($0) }, key: key, nonce: AgeBox.zeroNonce)
        let lines = intro + "-> scrypt \(encode(salt)) \(workFactor)\n\(encode(wrapped))\n\(end)"
        let code = AgeKeys.authenticationCode(of: Array(lines.utf8), fileKey: fileKey)
        return Array("\(lines) \(encode(code))\n".utf8)
    }

    /// Reads a whole header: five lines, the last with its line break.
    init(_ bytes: ArraySlice<UInt8>) throws(AgeError) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard bytes.starts(with: Self.intro.utf8) else { throw .notAge }
        let words = lines.count > 1 ? lines[1].split(separator: " ") : []
        guard words.first == "->" else { throw .damaged }
        guard words.count == 4, words[1] == "scrypt" else { throw .unsupported("it is not for a passphrase alone") }
        guard lines.count == 5, lines[4].isEmpty, lines[3].hasPrefix(Self.end + " "),
            let salt = Self.decode(words[2]), salt.count == AgeKeys.saltBytes,
            let workFactor = Int(words[3]), String(workFactor) == words[3], workFactor > 0,
            let wrapped = Self.decode(lines[2]), wrapped.count == AgeKeys.fileKeyBytes + AgeBox.tagBytes,
            let code = Self.decode(lines[3].dropFirst(Self.end.count + 1))
        else { throw .damaged }
        self.salt = salt
        self.workFactor = workFactor
        self.wrapped = wrapped
        self.code = code
        authenticated = Array(bytes.dropLast(lines[3].utf8.count + 1)) + Array(Self.end.utf8)
    }

    /// The file key, once the passphrase has opened it and the header is what its code says.
    func fileKey(passphrase: String, workFactorLimit: Int) throws(AgeError) -> SymmetricKey {
        guard workFactor <= workFactorLimit else {
            throw .unsupported("work factor \(workFactor), more than \(workFactorLimit)")
        }
        let key = try AgeKeys.wrapping(passphrase: passphrase, salt: salt, workFactor: workFactor)
        guard let opened = AgeBox.open(wrapped, key: key, nonce: AgeBox.zeroNonce) else { throw .wrongPassphrase }
        let fileKey = SymmetricKey(data: opened)
        guard AgeKeys.authenticationCode(of: authenticated, fileKey: fileKey) == code else { throw .damaged }
        return fileKey
    }

    /// Where the header ends within the bytes, after its last line break; nil where it has not come yet.
    static func end(in bytes: ArraySlice<UInt8>) -> Int? {
        var lineStart = bytes.startIndex
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
            if bytes[lineStart..<index].starts(with: end.utf8) { return index + 1 }
            lineStart = index + 1
        }
        return nil
    }

    /// Base64 without padding, as the format wants it.
    private static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    /// nil for anything but the one way to write the bytes.
    private static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: text + padding).map(Array.init), encode(bytes) == text else { return nil }
        return bytes
    }
}
