package import Rankings

/// Sealing: a finished hour's minutes become one pack.
extension FolderSink {
    /// Packs every finished hour of the board that has no pack yet, and removes the minutes of hours before the last
    /// finished one. Call it after the edition of the slot; most calls find nothing to do.
    ///
    /// - Throws: what is not packed yet keeps its minutes.
    package func seal(_ board: BoardID, before slot: Slot) throws(PublisherError) {
        let open = slot.hour
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
            guard hour < open - Self.minutesKept else { continue }
            for slot in slots { try remove(OutputPath.minute(of: board, slot: slot)) }
        }
    }

    /// The slots of the minute files of each hour before the open one, oldest first.
    private func finishedHours(of board: BoardID, before open: Slot) throws(PublisherError) -> [(Slot, [Slot])] {
        var hours: [Slot: [Slot]] = [:]
        for name in try FileSystem.names(in: "\(folder)/\(OutputPath.folder(of: board))/at") {
            guard name.hasSuffix(".json"), let minute = Int64(name.dropLast(5)), minute > Self.largestHour else {
                continue
            }
            let slot = Slot(unixMinute: minute)
            if slot < open { hours[slot.hour, default: []].append(slot) }
        }
        return hours.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    /// Removes a file and its siblings, the plain one first, so that no server finds half of the set.
    func remove(_ path: String) throws(PublisherError) {
        for coding in Coding.allCases.reversed() { try FileSystem.remove("\(folder)/\(path)\(coding.suffix)") }
    }

    /// The last finished hour keeps its minutes beside its pack, for readers that are on their way.
    private static let minutesKept = 60
    /// Names up to this number are hours since 1970 (until the year 2540), larger ones minutes (since 1979).
    private static let largestHour: Int64 = 5_000_000
}
