import FoundationEssentials
package import Rankings

/// Removal: what must not be readable any longer leaves the folder, the roots that named it having been made again.
extension FolderSink {
    /// Removes every names file that names one of the players, in every board's folder, and the pages that show one of
    /// them and were not made again, such as those of boards the store knows no more.
    ///
    /// - Parameter madeAgain: boards whose page and newest names are known to be without them.
    /// - Returns: the removed paths below the output folder, their compressed siblings left out.
    package func removeNames(
        of players: Set<Pseudonym>, madeAgain: Set<BoardID>
    ) throws(PublisherError) -> [String] {
        var removed: [String] = []
        for board in try boards() {
            let inside = "\(OutputPath.folder(of: board))/names"
            for name in try FileSystem.names(in: "\(folder)/\(inside)") where name.hasSuffix(".json") {
                guard try self.names(players, in: "\(inside)/\(name)") else { continue }
                try remove("\(inside)/\(name)")
                removed.append("\(inside)/\(name)")
            }
            let those = Set(players.map { "\($0).html" })
            for page in try playerPages(of: board) where those.contains(page.name) {
                try remove(page.path)
                removed.append(page.path)
            }
            if madeAgain.contains(board) { continue }
            for page in try pages(of: board) where try mentions(players, page) {
                try remove(page)
                removed.append(page)
            }
        }
        if !removed.isEmpty { try FileSystem.sync(folder) }
        return removed
    }

    /// The pages of a board's players that are there, in whatever language.
    func playerPages(of board: BoardID) throws(PublisherError) -> [(path: String, name: String)] {
        let inside = OutputPath.folder(of: board)
        let languages = try FileSystem.names(in: "\(folder)/\(inside)").map { "\(inside)/\($0)" }
        var pages: [(path: String, name: String)] = []
        for place in [inside] + languages.sorted() {
            let players = "\(place)/\(OutputPath.players)"
            guard FileSystem.isFolder("\(folder)/\(players)") else { continue }
            for name in try FileSystem.names(in: "\(folder)/\(players)") where name.hasSuffix(".html") {
                pages.append(("\(players)/\(name)", name))
            }
        }
        return pages
    }

    /// The pages of a board that are there, in whatever language.
    func pages(of board: BoardID) throws(PublisherError) -> [String] {
        let inside = OutputPath.folder(of: board)
        let others = try FileSystem.names(in: "\(folder)/\(inside)").map { "\(inside)/\($0)/\(OutputPath.index)" }
        return ([OutputPath.page(of: board)] + others.sorted()).filter(holds)
    }

    /// Removes a board's past minutes but that of the given edition, and the documents they led to.
    ///
    /// - Returns: the removed paths, those of compressed siblings left out.
    package func removePast(of board: BoardID, keeping files: EditionFiles) throws(PublisherError) -> [String] {
        let kept = Set((files.dependencies + files.roots).map(\.path))
        var removed: [String] = []
        let minutes = "\(OutputPath.folder(of: board))/at"
        for name in try FileSystem.names(in: "\(folder)/\(minutes)")
        where name.hasSuffix(".json") && !kept.contains("\(minutes)/\(name)") {
            try remove("\(minutes)/\(name)")
            removed.append("\(minutes)/\(name)")
        }
        removed += try swept(board, olderThan: Self.anyAge)
        for page in try playerPages(of: board) {
            try remove(page.path)
            removed.append(page.path)
        }
        if !removed.isEmpty { try FileSystem.sync(folder) }
        return removed
    }

    /// Also of files whose clock is a little ahead.
    private static let anyAge: Duration = .seconds(-86_400)

    /// The boards that have a folder, whether the store knows them or not.
    private func boards() throws(PublisherError) -> [BoardID] {
        var boards: [BoardID] = []
        for event in try FileSystem.names(in: "\(folder)/e") where FileSystem.isFolder("\(folder)/e/\(event)") {
            for board in try FileSystem.names(in: "\(folder)/e/\(event)") {
                guard FileSystem.isFolder("\(folder)/e/\(event)/\(board)") else { continue }
                if let id = BoardID("\(event)/\(board)") { boards.append(id) }
            }
        }
        return boards
    }

    /// Whether a names document has a name of one of the players, or cannot be read.
    private func names(_ players: Set<Pseudonym>, in path: String) throws(PublisherError) -> Bool {
        let bytes = try FileSystem.read("\(folder)/\(path)")
        guard let document = try? JSONDecoder().decode(Names.self, from: Data(bytes)) else { return true }  // not ours
        return zip(document.players, document.names).contains { player, name in
            name != nil && Pseudonym(player).map(players.contains) ?? true
        }
    }

    private struct Names: Decodable {
        let players: [String]
        let names: [String?]
    }

    /// Whether one of the players stands in the file, in quotes as pages have them.
    private func mentions(_ players: Set<Pseudonym>, _ path: String) throws(PublisherError) -> Bool {
        let bytes = try FileSystem.read("\(folder)/\(path)")
        let (quote, digits) = (UInt8(ascii: "\""), 16)
        for start in bytes.indices.dropLast(digits + 1)
        where bytes[start] == quote && bytes[start + digits + 1] == quote {
            var value: UInt64? = 0
            for byte in bytes[(start + 1)...(start + digits)] {
                value = Character(Unicode.Scalar(byte)).hexDigitValue.flatMap { digit in
                    value.map { $0 << 4 | UInt64(digit) }
                }
            }
            if let value, players.contains(Pseudonym(value: value)) { return true }
        }
        return false
    }
}
