/// Cuts Swift text into tokens: exact for comments, string literals and interpolations, which is where a search by
/// lines goes wrong, and blind to grammar. Regex literals are read as symbols and words.
struct Lexer {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var lastEnd = -1
    private var tokens: [Token] = []

    private init(_ text: String) { bytes = Array(text.utf8) }

    static func tokens(of text: String) -> [Token] {
        var lexer = Lexer(text)
        lexer.readCode(untilParenthesis: false)
        return lexer.tokens
    }

    /// Reads until the end, or until the parenthesis that ends an interpolation.
    private mutating func readCode(untilParenthesis: Bool) {
        var open = 0
        while position < bytes.count {
            let byte = bytes[position]
            if isSpace(byte) {
                advance()
            } else if startsHere("//") {
                readLineComment()
            } else if startsHere("/*") {
                readBlockComment()
            } else if let hashes = stringStart() {
                readString(hashes: hashes)
            } else if isWordByte(byte) {
                readWord()
            } else {
                if byte == UInt8(ascii: "(") { open += 1 }
                if byte == UInt8(ascii: ")") {
                    if untilParenthesis && open == 0 { return }
                    open -= 1
                }
                emit(.symbol, from: position, to: position + 1)
                advance()
            }
        }
    }

    private mutating func readWord() {
        let start = position
        while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
        let isNumber = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start])
        emit(isNumber ? .number : .word, from: start, to: position)
    }

    private mutating func readLineComment() {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        let isDocumentation = bytes[start...].starts(with: Array("///".utf8))
        emit(isDocumentation ? .documentation : .comment, from: start, to: position)
    }

    private mutating func readBlockComment() {
        let start = position
        let firstLine = line
        var depth = 0
        repeat {
            if startsHere("/*") {
                depth += 1
                position += 2
            } else if startsHere("*/") {
                depth -= 1
                position += 2
            } else {
                advance()
            }
        } while depth > 0 && position < bytes.count
        emit(.comment, from: start, to: position, line: firstLine)
    }

    /// The number of `#` before a quote that starts a string here; nil where none starts.
    private func stringStart() -> Int? {
        var cursor = position
        while cursor < bytes.count, bytes[cursor] == UInt8(ascii: "#") { cursor += 1 }
        return cursor < bytes.count && bytes[cursor] == UInt8(ascii: "\"") ? cursor - position : nil
    }

    private mutating func readString(hashes: Int) {
        position += hashes
        let isMultiline = startsHere("\"\"\"")
        let pounds = String(repeating: "#", count: hashes)
        let end = (isMultiline ? "\"\"\"" : "\"") + pounds
        let escape = "\\" + pounds
        position += isMultiline ? 3 : 1
        var start = position
        var firstLine = line
        while position < bytes.count, !startsHere(end) {
            if !isMultiline && bytes[position] == UInt8(ascii: "\n") { break }
            if startsHere(escape + "(") {
                emit(.string, from: start, to: position, line: firstLine)
                position += escape.utf8.count + 1
                readCode(untilParenthesis: true)
                advance()
                start = position
                firstLine = line
            } else if startsHere(escape) {
                position += escape.utf8.count
                advance()
            } else {
                advance()
            }
        }
        emit(.string, from: start, to: min(position, bytes.count), line: firstLine)
        if startsHere(end) { position += end.utf8.count }
        lastEnd = position
    }

    private mutating func emit(_ kind: Token.Kind, from start: Int, to end: Int, line tokenLine: Int? = nil) {
        let text = String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
        let token = Token(kind: kind, text: text, line: tokenLine ?? line, touchesPrevious: start == lastEnd)
        tokens.append(token)
        lastEnd = end
    }

    private mutating func advance() {
        guard position < bytes.count else { return }
        if bytes[position] == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    private func startsHere(_ text: String) -> Bool {
        position < bytes.count && bytes[position...].starts(with: text.utf8)
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
            || byte == UInt8(ascii: "\r")
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "`") || byte >= 0x80
    }
}
