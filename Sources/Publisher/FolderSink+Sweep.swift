import FoundationEssentials
package import Rankings

/// Sweeping: documents found by hash that no root of a board reaches any more leave the folder. The store can make
/// every one again.
extension FolderSink {
    /// Removes names, series, forecasts, charts and pictures that neither `latest.json` nor a minute that is there
    /// leads to, and the pages of players who left the board more than a day before.
    ///
    /// - Parameter age: only files that were written so long before `latest.json` go: newer ones may be about to be
    ///   named.
    /// - Returns: how many files went, their compressed siblings left out.
    @discardableResult
    package func sweep(_ board: BoardID, olderThan age: Duration) throws(PublisherError) -> Int {
        try swept(board, olderThan: age).count
    }

    /// The same.
    ///
    /// - Returns: the removed paths.
    func swept(_ board: BoardID, olderThan age: Duration) throws(PublisherError) -> [String] {
        let inside = OutputPath.folder(of: board)
        guard let rootWritten = FileSystem.written("\(folder)/\(OutputPath.latest(of: board))") else { return [] }
        let reached = try reached(from: board)
        var removed: [String] = []
        for part in ["names", "series", "forecast"] {
            for name in try FileSystem.names(in: "\(folder)/\(inside)/\(part)")
            where [".json", ".svg", ".png"].contains(where: name.hasSuffix) {
                let path = "\(inside)/\(part)/\(name)"
                guard !reached.contains(String(name.prefix { $0 != "." })),
                    let written = FileSystem.written("\(folder)/\(path)"), .seconds(rootWritten - written) > age
                else { continue }
                try remove(path)
                removed.append(path)
            }
        }
        // Those of who is on the board are made again every quarter of an hour, and all with each edition of a result.
        for page in try playerPages(of: board) {
            guard let written = FileSystem.written("\(folder)/\(page.path)"), rootWritten - written > Self.leftSeconds
            else { continue }
            try remove(page.path)
            removed.append(page.path)
        }
        return removed
    }

    /// The page of a player who is not on the board any more stays for a day.
    private static let leftSeconds = 86_400

    /// The hashes that lead on from a board's roots.
    private func reached(from board: BoardID) throws(PublisherError) -> Set<String> {
        var roots = [OutputPath.latest(of: board)]
        let minutes = "\(OutputPath.folder(of: board))/at"
        for name in try FileSystem.names(in: "\(folder)/\(minutes)") where OutputPath.minute(named: name) != nil {
            roots.append("\(minutes)/\(name)")
        }
        var reached: Set<String> = []
        var series: Set<String> = []
        for root in roots {
            let named: RootLinks = try document(root)
            reached.formUnion([named.names, named.forecast, named.series].compactMap { $0 })
            if let hash = named.series { series.insert(hash) }
        }
        for hash in series {
            let path = OutputPath.series(of: board, hash: hash)
            guard FileSystem.size(of: "\(folder)/\(path)") != nil else { continue }
            let named: SeriesLinks = try document(path)
            reached.formUnion(named.days.flatMap { [$0.series, $0.names] } + [named.today.names])
        }
        return reached
    }

    private func document<Links: Decodable>(_ path: String) throws(PublisherError) -> Links {
        let bytes = try FileSystem.read("\(folder)/\(path)")
        do {
            return try JSONDecoder().decode(Links.self, from: Data(bytes))
        } catch {
            throw PublisherError(.document, item: path, problem: "is not a board's document", underlying: error)
        }
    }

    /// What a root names by hash.
    private struct RootLinks: Decodable {
        let names: String
        let forecast: String?
        let series: String?
    }

    /// What a series names by hash.
    private struct SeriesLinks: Decodable {
        struct Day: Decodable {
            let series: String
            let names: String
        }

        struct Today: Decodable {
            let names: String
        }

        let days: [Day]
        let today: Today
    }
}
