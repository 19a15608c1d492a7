/// What the path of a request asks for, decided from its text alone.
enum RequestedPath: Equatable {
    /// A file below the root, such as `e/sim-1/main/latest.json`. It never leaves the root by its own text; symbolic
    /// links are looked at when the file is opened.
    case file(String)
    /// The index of a directory: the path ended in a slash. `e/sim-1/main/index.html`
    case index(String)
    /// Nothing that is ever served: hidden, temporary or compressed files, `..`, empty parts.
    case refused
    /// No text: a broken escape, or bytes that are not UTF-8.
    case malformed

    /// Longer ones name nothing that is published; in bytes, before decoding.
    static let limitBytes = 1024

    /// - Parameter raw: the path as it was sent, without its query.
    init(_ raw: String) {
        guard raw.utf8.count <= Self.limitBytes, raw.hasPrefix("/") else {
            self = .refused
            return
        }
        var parts: [String] = []
        for part in raw.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = Self.decode(part) else {
                self = .malformed
                return
            }
            parts.append(decoded)
        }
        let isDirectory = parts.last == ""
        if isDirectory { parts[parts.count - 1] = "index.html" }
        let isTable = Self.isTable(parts)
        guard (isTable ? parts.dropLast() : parts[...]).allSatisfy(Self.isServed) else {
            self = .refused
            return
        }
        self = isDirectory ? .index(parts.joined(separator: "/")) : .file(parts.joined(separator: "/"))
    }

    /// Whether one part, decoded, can name something published. A slash or backslash that was escaped would be a
    /// separator to someone else.
    private static func isServed(_ part: String) -> Bool {
        guard let first = part.utf8.first, first != UInt8(ascii: ".") else { return false }
        return part.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
            && !refusedEndings.contains { part.hasSuffix($0) }
    }

    /// The one kind of file that is compressed by its own name: a table of a dump, `dumps/…/x.csv.gz`. No plain `.csv`
    /// is published there, so that it can be no sibling of one.
    static func isTable(_ path: String) -> Bool { isTable(path.split(separator: "/").map(String.init)) }

    private static func isTable(_ parts: [String]) -> Bool {
        guard parts.count > 1, parts[0] == "dumps", let name = parts.last, name.hasSuffix(tableEnding) else {
            return false
        }
        return isServed(String(name.dropLast(compressedEnding.count)))
    }

    private static let compressedEnding = ".gz"
    private static let tableEnding = ".csv.gz"

    /// Compressed siblings are sent in place of the plain file and never on their own; the others are unfinished files
    /// and editors' copies.
    private static let refusedEndings = [".br", ".gz", ".tmp", "~"]

    /// Percent-decoded once; nil where an escape is broken or the result is not UTF-8.
    private static func decode(_ part: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = part.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
