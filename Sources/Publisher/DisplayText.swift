/// Makes text from elsewhere safe to stand in a page: nothing in it can turn the page around, hide, or undo escaping.
enum DisplayText {
    /// The text without direction controls and invisible characters, other control characters as spaces, at most
    /// `marksLimit` combining marks on one base, and markup characters on their own.
    ///
    /// The last is for escaping that goes by grapheme: `<` after U+0600 or a quote before U+0301 are one grapheme with
    /// their neighbour, and would not be seen as markup.
    static func neutral(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        var scalars = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars {
            guard let shown = shown(scalar) else { continue }
            marks = isMark(shown) ? marks + 1 : 0
            if marks <= marksLimit { scalars.append(shown) }
        }
        return isolatingMarkup(String(scalars))
    }

    /// A name as the page shows it; nil where nothing of it can be seen.
    static func visibleName(_ name: String) -> String? {
        let neutral = neutral(name)
        let isBlank = neutral.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || blanks.contains($0.value)
        }
        return isBlank ? nil : neutral
    }

    /// Combining marks that one base may carry; Vietnamese and Hebrew need three.
    private static let marksLimit = 4

    /// Letters that look like nothing: Hangul fillers and the empty Braille pattern.
    private static let blanks: Set<UInt32> = [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800]

    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        // Direction marks, embeddings, overrides and isolates; zero width spaces; line and paragraph separators.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return nil
        case 0x00AD, 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: return nil
        // No characters at all; a parser of XML refuses them.
        case 0xFFFE, 0xFFFF: return nil
        case 0x2028, 0x2029: return " "
        default: return scalar.properties.generalCategory == .control ? " " : scalar
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isolatingMarkup(_ text: String) -> String {
        guard text.utf8.contains(where: { markup.contains(Unicode.Scalar($0)) }) else { return text }
        var result = String.UnicodeScalarView()
        for character in text {
            let scalars = character.unicodeScalars
            if scalars.count > 1 && scalars.contains(where: markup.contains) {
                result.append(contentsOf: scalars.filter(markup.contains))
            } else {
                result.append(contentsOf: scalars)
            }
        }
        return String(result)
    }

    private static let markup: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]
}
