import NIOCore
import Synchronization
import Testing

@testable import Origin

/// Which requests touch the disk, by a clock that is moved by hand.
@Suite struct FileStoreTests {
    private final class Clock: Sendable {
        let nanoseconds = Mutex<UInt64>(1_000_000_000)

        func advance(milliseconds: UInt64) { nanoseconds.withLock { $0 += milliseconds * 1_000_000 } }
    }

    private let site: Site
    private let clock = Clock()
    private let store: FileStore

    init() throws {
        site = try Site()
        let clock = clock
        store = FileStore(
            root: site.root, recheck: .milliseconds(100), uptime: { clock.nanoseconds.withLock { $0 } })
    }

    private func text(_ path: String, mayRead: Bool) -> String? {
        guard let file = store.look(at: path) else { return nil }
        switch store.find(path, .identity, in: file, mayRead: mayRead) {
        case .found(let found):
            guard case .whole(let buffer) = found.content else { return "open" }
            return String(buffer: buffer)
        case .absent: return "absent"
        case .unread: return "unread"
        }
    }

    @Test func whatWasReadOnceIsInMemory() throws {
        try site.write("a.json", "one")
        #expect(text("a.json", mayRead: false) == "unread")
        #expect(text("a.json", mayRead: true) == "one")
        #expect(text("a.json", mayRead: false) == "one")
        clock.advance(milliseconds: 200)
        #expect(text("a.json", mayRead: false) == "one")
    }

    @Test func aFileIsLookedAtAgainAfterAShortWhile() throws {
        try site.write("a.json", "one")
        #expect(text("a.json", mayRead: true) == "one")
        try site.write("a.json", "two")
        clock.advance(milliseconds: 99)
        #expect(text("a.json", mayRead: true) == "one")
        clock.advance(milliseconds: 1)
        #expect(text("a.json", mayRead: false) == "unread")
        #expect(text("a.json", mayRead: true) == "two")
    }

    @Test func whatIsAbsentIsLookedForEachTime() throws {
        #expect(text("a.json", mayRead: true) == nil)
        try site.write("a.json", "one")
        #expect(text("a.json", mayRead: true) == "one")
    }

    @Test func whatWasRemovedIsGoneAfterAShortWhile() throws {
        try site.write("a.json", "one")
        #expect(text("a.json", mayRead: true) == "one")
        try site.remove("a.json")
        clock.advance(milliseconds: 100)
        #expect(text("a.json", mayRead: true) == nil)
    }
}
