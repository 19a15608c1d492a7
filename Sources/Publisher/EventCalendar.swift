import Rankings

/// `calendar.ics`: when scoring runs, for calendars (RFC 5545). The same events give the same bytes.
struct EventCalendar {
    let site: SiteOverview
    let title: String
    /// The address the output folder is served under, with a slash at the end; nil where it is not known.
    let address: String?

    var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Borderline//Events//EN", "X-WR-CALNAME:\(Self.text(title))",
        ]
        for event in site.upcoming { lines += self.event(event, board: event.boards[0]) }
        for event in site.live + site.past {
            if let board = event.boards.first { lines += self.event(event.event, board: board.board) }
        }
        lines.append("END:VCALENDAR")
        return Array(lines.map { Self.folded($0) + "\r\n" }.joined().utf8)
    }

    private func event(_ event: Event, board: Board) -> [String] {
        let times = event.times
        let starts = Self.time(times.starts)
        var lines = [
            "BEGIN:VEVENT", "UID:\(event.id)@borderline", "DTSTAMP:\(starts)", "DTSTART:\(starts)",
            "DTEND:\(Self.time(times.ends))", "SUMMARY:\(Self.text(event.name))",
        ]
        if let address { lines.append("URL:\(address)\(OutputPath.folder(of: board.id))/") }
        return lines + ["END:VEVENT"]
    }

    /// `20261120T120300Z`
    private static func time(_ instant: Instant) -> String {
        String(CivilTime(instant).machineReadable.filter { $0 != "-" && $0 != ":" })
    }

    /// Text by others: escaped, on one line.
    static func text(_ text: String) -> String {
        var result = ""
        for character in DisplayText.neutral(text) {
            switch character {
            case "\\", ";", ",": result += "\\" + String(character)
            case _ where character.isNewline: result += " "
            default: result.append(character)
            }
        }
        return result
    }

    /// A line of at most `lineBytes` octets, continued on lines that begin with a space.
    static func folded(_ line: String) -> String {
        var result = ""
        var used = 0
        for character in line {
            let size = character.utf8.count
            if used + size > lineBytes {
                result += "\r\n "
                used = 1
            }
            result.append(character)
            used += size
        }
        return result
    }

    /// Octets of a line without its end.
    private static let lineBytes = 75
}
