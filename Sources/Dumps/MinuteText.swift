import Rankings

/// Minutes as text, `2026-11-20T12:03:00Z`; the newest one is remembered, since rows of one minute stand together.
struct MinuteText {
    private var slot: Slot?
    private var written = ""
    private var bytes: [UInt8] = []
    private var readSlot = Slot(unixMinute: 0)

    mutating func text(_ slot: Slot) -> String {
        if self.slot != slot {
            self.slot = slot
            written = slot.description
        }
        return written
    }

    /// nil where the text is no whole minute.
    mutating func slot(_ text: ArraySlice<UInt8>) -> Slot? {
        if !bytes.isEmpty, text.elementsEqual(bytes) { return readSlot }
        guard let instant = Instant(String(decoding: text, as: UTF8.self)) else { return nil }
        let slot = Slot(containing: instant)
        guard slot.start == instant else { return nil }
        bytes = Array(text)
        readSlot = slot
        return slot
    }
}
