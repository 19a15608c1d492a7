/// What the place of a published file says of it.
package enum PublishedPath {
    /// Whether the bytes under a path below the output folder never change: it is named by its own hash, or sealed.
    package static func isImmutable(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return false }
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        if parts.first == "assets" {
            return words.count >= 3 && isHash(words[words.count - 2])
        }
        // Every file of a dump lies in a folder whose name ends in a hash of them all.
        if parts.first == "dumps" {
            return parts.count == 4 && isHash(parts[2].split(separator: "-").last ?? "")
        }
        guard parts.first == "e", parts.count == 5, words.count == 2 else { return false }
        switch parts[3] {
        case "names": return isHash(words[0])
        case "forecast", "series": return isHash(words[0].prefix { $0 != "-" })
        case "at": return !words[0].isEmpty && words[0].allSatisfy { ("0"..."9").contains($0) }
        default: return false
        }
    }

    /// At least 8 hexadecimal digits in lower case.
    private static func isHash(_ word: Substring) -> Bool {
        word.count >= 8 && word.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
    }
}
