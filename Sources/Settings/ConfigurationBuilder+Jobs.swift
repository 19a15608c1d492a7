extension ConfigurationBuilder {
    /// Nil where the file names none: then those of the crontab run.
    mutating func jobs() -> [JobSettings]? {
        guard let count = read.counts["jobs"], count > 0 else { return nil }
        var ids: Set<String> = []
        return (0..<count).map { index in
            let job = SectionValues(read, "jobs[]", path: "jobs[\(index)]")
            let id = job.text("id")
            if !id.isEmpty, !ids.insert(id).inserted {
                report(
                    .duplicateKey, job, "id", "is \(Complaint.shown(id)) as that of another job",
                    "Give each job an id of its own")
            }
            return JobSettings(
                id: id, schedule: job.text("schedule"), zone: job.text("zone"),
                command: job.choice("command", else: .tick), timeLimit: job.duration("time_limit"),
                jitter: job.duration("jitter"), catchUp: job.choice("catch_up", else: .once),
                catchUpLimit: job.integer("catch_up_limit"), retries: job.integer("retries"),
                retryPause: job.duration("retry_pause"), ping: ping(job))
        }
    }

    private mutating func ping(_ job: SectionValues) -> Secret? {
        guard let variable = job.optionalText("ping_env") else { return nil }
        do {
            return try secrets.secret(inVariable: variable)
        } catch {
            report(error.kind, job, "ping_env", "names a variable that \(error.wrong)", error.right)
            return nil
        }
    }
}
