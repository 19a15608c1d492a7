extension DatabaseError {
    /// An error of the server or the client library; bound values are cut from the message.
    init(code: UInt32, sqlState: String, rawMessage: String, operation: String, isPlainText: Bool = false) {
        let isClientCode = (2000..<3000).contains(code) || (5000..<6000).contains(code)
        self.init(
            kind: isClientCode ? .client : .server,
            code: code,
            sqlState: sqlState,
            message: Self.redacted(rawMessage, code: code, isPlainText: isPlainText),
            operation: operation
        )
    }

    /// Messages whose quotes hold names of users, tables, columns, options or files, never values.
    ///
    /// Every other message loses what is between its first and its last quote: "Duplicate entry '…' for key 'PRIMARY'".
    private static let codesQuotingNames: Set<UInt32> = [
        1007, 1008, 1044, 1045, 1046, 1048, 1049, 1050, 1051, 1052, 1054, 1060, 1061, 1067, 1072, 1091, 1102, 1103,
        1109, 1115, 1130, 1136, 1142, 1143, 1146, 1193, 1227, 1238, 1264, 1265, 1273, 1305, 1364, 1406, 1698,
        2002, 2003, 2005, 2026, 2059,
    ]

    /// A message without bound values.
    ///
    /// - Parameter isPlainText: the statement may hold literals, so what a syntax error quotes of it goes too.
    static func redacted(_ message: String, code: UInt32, isPlainText: Bool) -> String {
        if codesQuotingNames.contains(code) { return message }
        if code == 1064, !isPlainText { return message }
        // The value may hold quotes itself, so the name of the key is looked for from the end.
        if code == 1062, let key = message.lastRange(of: " for key '") {
            return "Duplicate entry '…'" + message[key]
        }
        guard let first = message.firstIndex(of: "'"), let last = message.lastIndex(of: "'"), first < last else {
            return message
        }
        return message[...first] + "…" + message[last...]
    }
}

extension String {
    /// From the last occurrence of `text` to the end.
    fileprivate func lastRange(of text: String) -> Range<String.Index>? {
        var start = endIndex
        while start > startIndex {
            start = index(before: start)
            if self[start...].hasPrefix(text) { return start..<endIndex }
        }
        return nil
    }
}
