import Rankings

/// What the page of the dumps says.
struct DumpsPage {
    let index: DumpIndex
    /// The path the output folder is served under.
    let base: String
    let games: GameNames

    var context: PageContext {
        var context = PageContext()
        context[.base] = base
        context[.title] = "All of it as tables"
        context[.description] = "Every change of every event's rankings as CSV, with a description for programs."
        context.set(.events, index.items.map(item))
        return context
    }

    private func item(_ item: DumpIndex.Item) -> PageContext {
        var context = PageContext()
        context[.eventName] = item.event.name
        context[.gameName] = games[item.event.game]
        context[.key] = item.event.id.rawValue
        let times = item.event.times
        context[.dates] = "\(CivilTime(times.starts).shortDate) – \(CivilTime(times.ends).date)"
        context.set(.hasDump, item.dump != nil)
        guard let dump = item.dump else { return context }
        context.set(.isComplete, dump.isComplete)
        context[.through] = dump.through.map { slot in
            "\(CivilTime(slot.start).date), \(CivilTime(slot.start).clock) UTC"
        }
        context[.observations] = Wording.number(Int64(dump.observations))
        context[.size] = Self.size(dump.bytes)
        context[.knownIssues] = dump.knownIssues == 0 ? nil : Wording.number(Int64(dump.knownIssues))
        context[.licence] = dump.licence
        context[.licenceURL] = dump.licenceURL
        context.set(.files, dump.files.map { file in self.file(file, of: dump) })
        return context
    }

    private func file(_ file: DumpIndex.Dump.File, of dump: DumpIndex.Dump) -> PageContext {
        var context = PageContext()
        context[.file] = file.name
        context[.href] = "\(base)\(dump.path)/\(file.name)"
        context[.words] = file.bytes.map(Self.size)
        return context
    }

    /// `3.4 MB`, `12 kB`, in thousands.
    private static func size(_ bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes) bytes" }
        let tenths = bytes < 1_000_000 ? 0 : (bytes + 50_000) / 100_000
        return tenths == 0 ? "\((bytes + 500) / 1000) kB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
