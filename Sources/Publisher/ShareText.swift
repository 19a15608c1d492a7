/// Text for a picture whose fonts are not known: how much of it fits is estimated, on the safe side.
enum ShareText {
    /// The text on one line, cut with an ellipsis where it is too long.
    static func line(_ text: String, width: Int, size: Int, isBold: Bool = false) -> String {
        lines(text, width: width, size: size, isBold: isBold, atMost: 1).first ?? ""
    }

    /// The text on so many lines at most, broken at spaces where that helps; the last one is cut with an ellipsis where
    /// there is more.
    static func lines(_ text: String, width: Int, size: Int, isBold: Bool, atMost limit: Int) -> [String] {
        let room = Double(width) / Double(size)
        var rest = Array(DisplayText.neutral(text).prefix(characterLimit))[...]
        var lines: [String] = []
        while !rest.isEmpty && lines.count < limit {
            let isLast = lines.count == limit - 1
            let fitting = fittingCount(rest, room: room, isBold: isBold)
            if fitting == rest.count {
                lines.append(String(rest))
                return lines
            }
            if isLast {
                lines.append(String(rest.prefix(max(0, fitting - 1))) + "…")
                return lines
            }
            let head = rest.prefix(max(1, fitting))
            // A space in the first half of a line breaks too early: a name without spaces has none elsewhere.
            let space = head.lastIndex { $0 == " " }.flatMap { $0 - rest.startIndex > fitting / 2 ? $0 : nil }
            lines.append(String(rest[..<(space ?? head.endIndex)]))
            rest = rest[(space.map { $0 + 1 } ?? head.endIndex)...]
        }
        return lines
    }

    /// The text as it may stand in an element.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Characters that are looked at: far more than fit.
    private static let characterLimit = 400

    private static func fittingCount(_ text: ArraySlice<Character>, room: Double, isBold: Bool) -> Int {
        var taken = 0.0
        for (count, character) in text.enumerated() {
            taken += width(of: character, isBold: isBold)
            if taken > room { return count }
        }
        return text.count
    }

    /// In parts of the font's size: what a wide font takes.
    private static func width(of character: Character, isBold: Bool) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x20...0x7E:
            if "iljI.,:;'|! ".unicodeScalars.contains(scalar) { return 0.4 }
            return "mwMW@%".unicodeScalars.contains(scalar) ? 1.0 : isBold ? 0.72 : 0.64
        case ..<0x1100: return isBold ? 0.75 : 0.68
        default: return 1.05
        }
    }
}
