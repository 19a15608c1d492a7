package import Rankings

/// Sealing: a finished hour's minutes give way to one pack.
extension FolderSink {
    /// The hours before the slot's that have no pack, from the oldest that has minutes on. Packs come before the
    /// edition of the slot: its readers look for past hours in packs alone. Most calls find nothing.
    package func unsealedHours(of board: BoardID, before slot: Slot) throws(PublisherError) -> [Slot] {
        guard let oldest = try minutes(of: board).first?.hour else { return [] }
        return stride(from: oldest.unixMinute, to: slot.hour.unixMinute, by: 60).map(Slot.init(unixMinute:))
            .filter { !holds(OutputPath.hour(of: board, slot: $0)) }
    }

    /// Removes the minutes of hours that have a pack and ended some time before the slot.
    ///
    /// - Returns: whether there were any, so that there may be something to sweep.
    @discardableResult
    package func removeSealedMinutes(of board: BoardID, before slot: Slot) throws(PublisherError) -> Bool {
        let sealed = try minutes(of: board).filter {
            slot - ($0.hour + 60) >= Self.minutesKept && holds(OutputPath.hour(of: board, slot: $0))
        }
        for minute in sealed { try remove(OutputPath.minute(of: board, slot: minute)) }
        return !sealed.isEmpty
    }

    /// The slots of a board that have a file of their own, oldest first.
    private func minutes(of board: BoardID) throws(PublisherError) -> [Slot] {
        try FileSystem.names(in: "\(folder)/\(OutputPath.folder(of: board))/at")
            .compactMap(OutputPath.minute(named:)).sorted()
    }

    /// Removes a file and its siblings, the plain one first, so that no server finds half of the set.
    func remove(_ path: String) throws(PublisherError) {
        for coding in Coding.allCases.reversed() { try FileSystem.remove("\(folder)/\(path)\(coding.suffix)") }
    }

    /// Minutes of a finished hour stay beside its pack for this many more, for readers whose root is of that hour.
    private static let minutesKept = 10
}
