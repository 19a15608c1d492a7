package import Rankings

/// Pruning: forecasts that no page shows any more leave the folder. The store keeps every one.
extension FolderSink {
    /// Removes forecast files of a board that are not among the ones to keep.
    ///
    /// - Parameters:
    ///   - documents: hashes whose `forecast/<hash>.json` stays.
    ///   - charts: hashes whose charts stay too.
    package func pruneForecasts(
        of board: BoardID, documents: Set<String>, charts: Set<String>
    ) throws(PublisherError) {
        let inside = "\(OutputPath.folder(of: board))/forecast"
        for name in try FileSystem.names(in: "\(folder)/\(inside)")
        where name.hasSuffix(".json") || name.hasSuffix(".svg") {
            let stem = name.prefix { $0 != "-" && $0 != "." }
            let isKept = (name.hasSuffix(".svg") ? charts : documents).contains(String(stem))
            if !isKept { try remove("\(inside)/\(name)") }
        }
    }
}
