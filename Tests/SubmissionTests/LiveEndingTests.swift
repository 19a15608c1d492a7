import Foundation
import HTTPTypes
import HummingbirdTesting
import MariaDB
import Rankings
import Scoring
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Submission

/// Watchers that come and go, lists that end, and readers that do not read.
@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct LiveEndingTests {
    private static func win(_ user: String, in house: ScoreHouse, on board: String = "race") async throws {
        let answer = try await house.update(try await house.begin("win", by: user, on: board), by: user)
        #expect(answer.status == 200)
    }

    private static func messages(_ stream: AsyncStream<LiveMessage>) async -> [LiveMessage] {
        var messages: [LiveMessage] = []
        for await message in stream { messages.append(message) }
        return messages
    }

    /// Waits for something that comes by itself, a minute at most.
    private static func wait(_ condition: () async throws -> Bool) async throws {
        for _ in 0..<6_000 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("it did not come")
    }

    /// Somebody is about to watch, and the only other watcher leaves.
    @Test func whoeverComesWhileTheLastOneGoesMissesNothing() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            try await Self.win("ann", in: house)
            let (other, _) = try await board.watch(from: nil)
            let stream = try await withThrowingTaskGroup(of: AsyncStream<LiveMessage>.self) { group in
                try await house.pool.withConnection { connection in
                    _ = try await connection.run("LOCK TABLES score_submission WRITE")
                    group.addTask { try await board.watch(from: nil).messages }
                    try await Self.wait {
                        try await !house.rows(
                            """
                            SELECT state, 1 FROM information_schema.processlist
                            WHERE state LIKE 'Waiting for table%' AND info LIKE '%score_submission%' AND db = DATABASE()
                            """
                        ).isEmpty
                    }
                    await board.leave(other)
                    _ = try await connection.run("UNLOCK TABLES")
                }
                return try #require(try await group.next())
            }
            try await Self.win("bob", in: house)
            try await board.tell()
            await board.close()
            #expect(await Self.messages(stream).map(\.position.change) == [1, 2])
        }
    }

    @Test func theLastChangesOfAnEventAreTold() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["fleeting"])
            let (_, stream) = try await board.watch(from: nil)
            try await Self.win("ann", in: house, on: "fleeting")
            let late = try await house.begin("win", by: "bob", on: "fleeting")
            #expect(try await house.update(late, by: "bob").status == 200)
            house.clock.advance(by: .seconds(60))
            for _ in 1...5 {
                try await board.tell()
                house.clock.advance(by: .seconds(1))
            }
            await board.close()
            #expect(await Self.messages(stream).map(\.position.change) == [0, 1, 2])
        }
    }

    @Test func theLastChangesOfADayAreToldBeforeTheNext() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["daily"])
            let (_, stream) = try await board.watch(from: nil)
            let today = try await house.submissions.store.list(
                of: ScoreHouse.boards[1], at: house.clock.now
            ).period
            try await Self.win("ann", in: house, on: "daily")
            house.clock.advance(by: .hours(24))
            try await Self.win("bob", in: house, on: "daily")
            try await board.tell()
            house.clock.advance(by: .seconds(3))
            try await board.tell()
            try await Self.win("cat", in: house, on: "daily")
            try await board.tell()
            await board.close()
            let messages = await Self.messages(stream)
            #expect(messages.map(\.kind) == [.snapshot, .change, .snapshot, .change])
            #expect(messages.map(\.position.change) == [0, 1, 1, 2])
            #expect(messages.map { $0.position.period == today } == [true, true, false, false])
        }
    }

    @Test func whoeverDoesNotReadIsCutOff() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            let closed = Mutex<[Duration]>([])
            let line = LiveLine { delay in closed.withLock { $0.append(delay) } }
            let (_, stream) = try await board.watch(from: nil, over: line)
            for _ in 0..<LiveWatcher.waiting { await board.beat() }
            #expect(await board.watcherCount == 1 && closed.withLock { $0.isEmpty })
            await board.beat()
            #expect(await board.watcherCount == 0 && closed.withLock { $0 } == [.zero])
            #expect(await Self.messages(stream).count == LiveWatcher.waiting + 1)
        }
    }

    /// Changes of some megabytes, more than the system keeps for a connection.
    private static func addChanges(_ house: ScoreHouse) async throws {
        try await house.pool.withConnection { connection in
            _ = try await connection.run("UPDATE score_user SET avatar = REPEAT('a', 255), name = REPEAT('n', 64)")
            _ = try await connection.run(
                """
                INSERT INTO score_submission
                SELECT UNHEX(LPAD(HEX(seq), 32, '0')), b.id, seq + 1, u.id, 'win', NULL, 1, 1, 1, 0, 1, 0, 0
                FROM seq_1_to_30000, score_user u, score_board b WHERE b.name = 'race'
                """)
        }
    }

    /// The connection is closed while a write to it waits, and its place is another's: there are three streams to four
    /// connections, here one.
    @Test func aConnectionThatIsNotReadIsClosed() async throws {
        try await ScoreHouse.run(connections: 2) { house async throws in
            let path = "/api/v1/scoreboard/live?board=race"
            let board = try #require(house.live["race"])
            try await Self.win("ann", in: house)
            #expect(try await house.send(.head, path).status == 200)
            let connection = try RawConnection(port: try #require(house.client.port), receiveBytes: 4096)
            defer { connection.close() }
            try connection.send("GET \(path) HTTP/1.1\r\nHost: test\r\n\r\n")
            try await Self.wait { await board.watcherCount == 1 }
            let full = try await house.send(.get, path)
            #expect(full.status == 503 && full.code == "unavailable" && full.headers[.retryAfter] == "10")
            try await Self.addChanges(house)
            try await Self.wait {
                try await board.tell()
                return await board.watcherCount == 0
            }
            try await Self.wait { try await house.send(.head, path).status == 200 }
        }
    }

    /// A beat is a ping; here they are given by hand.
    @Test func aSocketThatAnswersNoPingIsClosed() async throws {
        try await ScoreHouse.run(connections: 2) { house async throws in
            let path = "/api/v1/scoreboard/live?board=race"
            let board = try #require(house.live["race"])
            let connection = try RawConnection(port: try #require(house.client.port))
            defer { connection.close() }
            try connection.send(
                """
                GET \(path) HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
                Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n
                """)
            try await Self.wait { await board.watcherCount == 1 }
            let pings = [[UInt8]](repeating: [0x89, 0], count: SocketHandler.unanswered).flatMap { $0 }
            for _ in 0..<SocketHandler.unanswered { await board.beat() }
            #expect(await connection.bytes(until: pings).contains(pings))
            // Any frame is an answer: a masked ping of the client's own, and the pong to it.
            try connection.send([0x89, 0x80, 1, 2, 3, 4])
            #expect(await connection.bytes(until: [0x8A, 0]) == [0x8A, 0])
            for _ in 0...SocketHandler.unanswered { await board.beat() }
            #expect(await connection.bytes(until: nil) == pings)
            try await Self.wait { await board.watcherCount == 0 }
            // Its place is another's.
            try await Self.wait { try await house.send(.head, path).status == 200 }
        }
    }
}
