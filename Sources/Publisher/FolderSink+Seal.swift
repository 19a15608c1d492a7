package import Rankings

/// Sealing: a finished hour's minutes become one pack.
extension FolderSink {
    /// Packs every finished hour of the board that has no pack yet, and removes minutes whose hour was packed some time
    /// ago. Call it before the edition of the slot: readers of that look for past hours in packs alone. Most calls find
    /// nothing to do.
    ///
    /// - Returns: whether minutes were removed, so that there may be something to sweep.
    /// - Throws: what is not packed yet keeps its minutes.
    @discardableResult
    package func seal(_ board: BoardID, before slot: Slot) throws(PublisherError) -> Bool {
        let open = slot.hour
        var hasRemoved = false
        for (hour, slots) in try finishedHours(of: board, before: open) {
            let pack = OutputPath.hour(of: board, slot: hour)
            if FileSystem.size(of: "\(folder)/\(pack)") == nil {
                var minutes: [MinuteState] = []
                for slot in slots {
                    let path = OutputPath.minute(of: board, slot: slot)
                    minutes.append(try MinuteState(latest: FileSystem.read("\(folder)/\(path)"), item: path))
                }
                let bytes = HourPack(minutes: minutes).bytes
                try publish([OutputFile(path: pack, bytes: bytes, kind: .immutable, contentType: .json)])
            }
            guard slot - (hour + 60) >= Self.minutesKept else { continue }
            for slot in slots { try remove(OutputPath.minute(of: board, slot: slot)) }
            hasRemoved = true
        }
        return hasRemoved
    }

    /// The slots of the minute files of each hour before the open one, oldest first.
    private func finishedHours(of board: BoardID, before open: Slot) throws(PublisherError) -> [(Slot, [Slot])] {
        var hours: [Slot: [Slot]] = [:]
        for name in try FileSystem.names(in: "\(folder)/\(OutputPath.folder(of: board))/at") {
            if let slot = OutputPath.minute(named: name), slot < open { hours[slot.hour, default: []].append(slot) }
        }
        return hours.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    /// Removes a file and its siblings, the plain one first, so that no server finds half of the set.
    func remove(_ path: String) throws(PublisherError) {
        for coding in Coding.allCases.reversed() { try FileSystem.remove("\(folder)/\(path)\(coding.suffix)") }
    }

    /// Minutes of a finished hour stay beside its pack for this many more, for readers whose root is of that hour.
    private static let minutesKept = 10
}
