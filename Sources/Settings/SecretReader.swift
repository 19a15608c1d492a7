import FoundationEssentials

/// Fetches secrets from where the configuration says they are.
struct SecretReader {
    let environment: [String: String]

    /// A longer one is no password but a mistake.
    static let limitBytes = 4096

    /// Messages name no variable: a secret may have been written where its name belongs.
    func secret(inVariable name: String) throws(Complaint) -> Secret {
        guard let text = environment[name], !text.isEmpty else {
            let right = "Set the environment variable for this program"
            throw Complaint(kind: .missingSecret, wrong: "is not set or empty", right: right)
        }
        return try secret(text)
    }

    /// The whole content of the file, a final line break left out.
    func secret(inFile path: String) throws(Complaint) -> Secret {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Complaint(
                kind: .missingSecret, wrong: "cannot be read (\(path))",
                right: "Create the file, readable by the user of this program alone")
        }
        var bytes = data[...]
        if bytes.last == UInt8(ascii: "\n") { bytes = bytes.dropLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
        guard !bytes.isEmpty, bytes.count <= Self.limitBytes, let text = String(validating: bytes, as: UTF8.self) else {
            throw Complaint(
                kind: .missingSecret, wrong: "holds no secret (\(path))",
                right: "Write the secret alone into it, 1 to \(Self.limitBytes) bytes of UTF-8")
        }
        return try secret(text)
    }

    /// A line break within would end a header, and no password of a server holds one.
    private func secret(_ text: String) throws(Complaint) -> Secret {
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw Complaint(
                kind: .missingSecret, wrong: "holds a line break or control character",
                right: "Write the secret on one line")
        }
        return Secret(text)
    }
}
