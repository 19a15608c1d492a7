import ObjectStorage

@testable import Publisher

/// What a bucket holds, for the time of a test.
actor MemoryMirrorState: MirrorState {
    private(set) var digests: [String: ObjectDigest] = [:]

    func isEmpty() -> Bool { digests.isEmpty }
    func digests(of part: MirrorPart) -> [String: ObjectDigest] { digests.filter { MirrorPart(of: $0.key) == part } }
    func note(_ digests: [String: ObjectDigest]) { self.digests.merge(digests) { _, new in new } }
    func forget(_ paths: [String]) { for path in paths { digests[path] = nil } }
    func forgetAll() { digests = [:] }
}
