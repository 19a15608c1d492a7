import Glibc
package import Rankings

/// The samples of the last days, in a small file: one a line, `<unix seconds> <bytes>`.
package struct DiskSampleFile: Sendable {
    /// Whoever measures more often wastes work: files are counted one by one.
    package static let interval = Duration.hours(1)
    /// What growth is judged by: a week has both quiet and busy days.
    private static let span = Duration.hours(7 * 24)
    /// Of the file: far more than the lines of a week.
    private static let limitBytes = 65_536

    private let path: String

    package init(path: String) { self.path = path }

    /// By time; empty where there is no file. Lines that are none of ours are left out.
    package func samples() -> [DiskSample] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Self.limitBytes)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").compactMap { Int64($0) }
            return words.count == 2 ? DiskSample(at: Instant(unixSeconds: words[0]), bytes: words[1]) : nil
        }.sorted { $0.at < $1.at }
    }

    /// Whether the newest sample is old enough for another; also where the clock went back.
    package func isDue(at now: Instant) -> Bool {
        guard let newest = samples().last else { return true }
        return now - newest.at >= Self.interval || newest.at > now
    }

    /// Adds a sample and drops those older than a week. The file is replaced as a whole.
    package func add(_ sample: DiskSample) throws(DiskSpaceError) {
        let kept = samples().filter { $0.at < sample.at && sample.at - $0.at <= Self.span } + [sample]
        let text = kept.map { "\($0.at.unixSeconds) \($0.bytes)\n" }.joined()
        let temporary = "\(path).\(getpid()).new"
        guard let file = fopen(temporary, "we") else { throw DiskSpaceError("cannot be made", temporary) }
        let written = fputs(text, file) >= 0
        guard fclose(file) == 0, written, rename(temporary, path) == 0 else {
            let error = DiskSpaceError("cannot be written", path)
            unlink(temporary)
            throw error
        }
    }
}
