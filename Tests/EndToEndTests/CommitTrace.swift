/// The system calls of a server from each COMMIT it was sent to its answer, read out of a trace.
struct CommitTrace {
    struct Commit {
        /// From the request to the answer, both included.
        let lines: [String]

        /// The redo log was written meanwhile: something was to be committed.
        var hasWritten: Bool { lines.contains { $0.contains("ib_logfile") && $0.contains("write") } }

        /// After the last write to the redo log it was flushed, and the flush came to its end before the answer.
        var isFlushedFirst: Bool {
            guard let written = lines.lastIndex(where: { $0.contains("ib_logfile") && $0.contains("write") }) else {
                return true
            }
            let after = lines[written...].dropLast()
            let isWhole = after.contains { $0.contains("ib_logfile") && $0.contains("sync(") && $0.hasSuffix("= 0") }
            // A call that another thread's interrupts is listed in two lines.
            let isResumed = after.contains { $0.contains("sync resumed>") && $0.hasSuffix("= 0") }
            return isWhole || isResumed
        }
    }

    let commits: [Commit]

    init(_ lines: [String]) {
        var commits: [Commit] = []
        for (place, line) in lines.enumerated() where line.contains(#""\3COMMIT""#) || line.contains("COMMIT\"") {
            let thread = line.prefix { $0.isNumber }
            let answer = lines[place...].firstIndex { other in
                other.hasPrefix("\(thread) ") && other.contains("send") && other.contains("socket")
            }
            guard let answer else { continue }
            commits.append(Commit(lines: Array(lines[place...answer])))
        }
        self.commits = commits
    }
}
