import Crypto
import Dispatch
import Glibc
import NIOCore

/// The files below the root, with the newest version of the small ones in memory.
struct FileStore: Sendable {
    private let root: String
    private let cache: RepresentationCache
    /// Serial, so that it has a thread of its own however many others in this process wait, and so that a file many
    /// ask for at once is read once.
    private let queue = DispatchQueue(label: "origin.files")

    /// - Parameter root: absolute; it need not exist yet.
    init(root: String, cacheBytes: Int = OriginLimits.cacheBytes) {
        self.root = root
        cache = RepresentationCache(limitBytes: cacheBytes)
    }

    /// The codings a file is there in; empty where there is no plain file: a sibling alone is a file half published.
    func codings(of path: String) -> Set<ContentCoding> {
        guard FileStamp(path: absolute(path, .identity)) != nil else { return [] }
        return Set(ContentCoding.allCases.filter { $0 == .identity || FileStamp(path: absolute(path, $0)) != nil })
    }

    /// One coding of a file; nil where it is not there, or lies outside the root behind a symbolic link.
    func find(_ path: String, _ coding: ContentCoding) async -> Representation? {
        let absolute = absolute(path, coding)
        guard let stamp = FileStamp(path: absolute) else { return nil }
        if let kept = cache.find(absolute, stamp: stamp) { return kept }
        return await offTheEventLoop {
            if let kept = cache.find(absolute, stamp: stamp) { return kept }
            guard let read = load(absolute) else { return nil }
            if case .whole = read.content { cache.keep(read, at: absolute) }
            return read
        }
    }

    /// The next bytes of a large file; nil where it was cut short meanwhile or cannot be read.
    func chunk(of file: OpenFile, at offset: Int, count: Int) async -> ByteBuffer? {
        let bytes = await offTheEventLoop { file.read(at: offset, count: count) }
        return bytes.flatMap { $0.count == count ? ByteBuffer(bytes: $0) : nil }
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
        SHA256.hash(data: bytes).prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// With all symbolic links followed; nil where there is nothing.
    private func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private func offTheEventLoop<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
