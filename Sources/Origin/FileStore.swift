import Crypto
import Glibc
import Hexadecimal
import NIOCore

/// The files below the root, with those that are asked for in memory.
///
/// A file is looked at again at most once in a short while: the root a reader holds may be that much older than the
/// newest, never newer than what it names. That a file is absent is never remembered, for the next root may name it.
struct FileStore: Sendable {
    /// What reading a file may take.
    enum Lookup {
        case found(Representation)
        case absent
        /// It is not in memory, and whoever asked must not wait for the disk.
        case unread
    }

    private let root: String
    private let memory: FileMemory
    private let recheckNanoseconds: UInt64
    private let uptime: @Sendable () -> UInt64

    /// - Parameters:
    ///   - root: absolute; it need not exist yet.
    ///   - uptime: nanoseconds of a clock that never goes back.
    init(
        root: String, cacheBytes: Int = OriginLimits.cacheBytes, recheck: Duration = OriginLimits.recheck,
        uptime: @escaping @Sendable () -> UInt64 = { NIODeadline.now().uptimeNanoseconds }
    ) {
        self.root = root
        memory = FileMemory(limitBytes: cacheBytes)
        recheckNanoseconds = UInt64(recheck.inNanoseconds)
        self.uptime = uptime
    }

    /// Nil where there is no plain file: a sibling alone is a file half published.
    func look(at path: String) -> KnownFile? {
        let earlier = memory.find(path)
        let now = uptime()
        if let earlier, now &- earlier.checkedAt < recheckNanoseconds { return earlier }
        var stamps = CodingTable<FileStamp>()
        for coding in ContentCoding.allCases { stamps[coding] = FileStamp(path: absolute(path, coding)) }
        guard stamps[.identity] != nil else {
            if earlier != nil { memory.remove(path) }
            return nil
        }
        let file = KnownFile(path, stamps: stamps, checkedAt: now, earlier: earlier)
        memory.keep(file, at: path)
        return file
    }

    /// One coding of a file. It is absent, too, where it lies outside the root behind a symbolic link.
    ///
    /// - Parameter mayRead: whether the caller may wait for the disk.
    func find(_ path: String, _ coding: ContentCoding, in file: KnownFile, mayRead: Bool) -> Lookup {
        if let kept = file.kept[coding] { return .found(kept) }
        guard mayRead else { return .unread }
        guard let read = load(absolute(path, coding)) else { return .absent }
        if case .whole = read.content { memory.add(read, coding, to: path) }
        return .found(read)
    }

    private func absolute(_ path: String, _ coding: ContentCoding) -> String { root + "/" + path + coding.suffix }

    private func load(_ path: String) -> Representation? {
        for _ in 0..<OriginLimits.attempts {
            guard let real = realPath(path), let folder = realPath(root), real.hasPrefix(folder + "/"),
                let file = OpenFile(path: real)
            else { return nil }
            guard file.stamp.size <= OriginLimits.keptFileBytes else {
                return Representation(stamp: file.stamp, content: .open(file), tag: file.stamp.tag)
            }
            guard let bytes = file.read(at: 0, count: file.stamp.size) else { return nil }
            // A file that is rewritten in place, against the publisher's habit, is read again rather than mixed.
            guard bytes.count == file.stamp.size, file.isUnchanged else { continue }
            return Representation(
                stamp: file.stamp, content: .whole(ByteBuffer(bytes: bytes)), tag: Self.hash(bytes))
        }
        return nil
    }

    /// The first 64 bits of the SHA-256, as 16 hexadecimal digits.
    private static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).prefix(8).hexadecimal
    }

    /// With all symbolic links followed; nil where there is nothing.
    private func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}

extension Duration {
    /// Whole nanoseconds; durations here are far below the 292 years that fit.
    var inNanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
