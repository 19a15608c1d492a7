import Glibc

/// Takes the accounts out of a dump's views: whoever restores them owns them, on a server that may not know the others.
///
/// `mariadb-dump` writes the account on a line of its own, ``/*!50013 DEFINER=`root`@`localhost` SQL SECURITY …``, and
/// breaks lines nowhere within a value.
package struct DefinerFilter {
    private static let opening = Array("/*!50013 ".utf8)
    private static let account = Array("DEFINER=".utf8)
    private static let rest = Array("SQL SECURITY".utf8)
    /// A longer line is none of these: an account has at most some hundred bytes.
    private static let limitBytes = 1024

    /// The beginning of a line that may be one of these.
    private var held: [UInt8] = []
    private var isAtLineStart = true

    package init() {}

    /// Takes the next bytes and answers what is settled by now.
    package mutating func update(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = Self.lineEnd(in: bytes, from: start)
            let isWhole = end > start && bytes[end - 1] == UInt8(ascii: "\n")
            if isAtLineStart || !held.isEmpty {
                hold(bytes[start..<end], isWhole: isWhole, &output)
            } else {
                output += bytes[start..<end]
            }
            isAtLineStart = isWhole
            start = end
        }
        return output
    }

    /// Answers what was held back.
    package mutating func finish() -> [UInt8] {
        defer { held = [] }
        return held
    }

    private mutating func hold(_ bytes: ArraySlice<UInt8>, isWhole: Bool, _ output: inout [UInt8]) {
        held += bytes
        let beginning = Self.opening + Self.account
        let mayBe = held.starts(with: beginning.prefix(held.count)) && held.count <= Self.limitBytes
        if mayBe && !isWhole { return }
        output += mayBe ? Self.withoutAccount(held) : held
        held = []
    }

    private static func withoutAccount(_ line: [UInt8]) -> [UInt8] {
        guard line.count > opening.count + account.count,
            let start = line.indices.first(where: { line[$0...].starts(with: rest) })
        else { return line }
        return opening + line[start...]
    }

    /// One past the next line break; the end where there is none.
    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let found = memchr(base + start, 0x0A, buffer.count - start) else {
                return buffer.count
            }
            return UnsafeRawPointer(found) - base + 1
        }
    }
}
