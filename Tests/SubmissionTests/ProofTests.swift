import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import MariaDB
import Synchronization
import TestSupport
import Testing

@testable import Submission

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ProofTests {
    /// Where replays are kept, and which can be out of order.
    private final class Shelf: Sendable {
        let kept = Mutex<[String: [UInt8]]>([:])
        let puts = Mutex(0)
        let isBroken = Mutex(false)

        var proofs: Proofs {
            Proofs(
                limitBytes: 100, types: ["application/json"],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            ) { [self] bytes, name in
                if isBroken.withLock({ $0 }) { throw CocoaError(.fileWriteOutOfSpace) }
                puts.withLock { $0 += 1 }
                kept.withLock { $0[name] = bytes }
            }
        }
    }

    /// An accepted action's id.
    private static func accepted(_ house: ScoreHouse, by user: String) async throws -> String {
        let body = try await house.begin("win", by: user)
        #expect(try await house.update(body, by: user).status == 200)
        return try id(of: body)
    }

    private static func id(of body: String) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
        return try #require(object?["action_id"] as? String)
    }

    private static func attach(
        _ bytes: String, to id: String, by user: String, in house: ScoreHouse, type: String = "application/json"
    ) async throws -> ScoreHouse.Answer {
        try await house.send(
            .put, "/api/v1/actions/\(id)/proof", token: try await house.token(user), body: bytes,
            headers: [.contentType: type])
    }

    private static func count(_ sql: String, _ house: ScoreHouse) async throws -> Int {
        try await house.pool.withConnection { connection in
            try await connection.query(sql) { row throws(DatabaseError) in try row.int(0) }
        }[0]
    }

    @Test func aReplayIsKeptOnceUnderItsHash() async throws {
        let shelf = Shelf()
        try await ScoreHouse.run(proofs: shelf.proofs) { house async throws in
            let id = try await Self.accepted(house, by: "ann")
            let first = try await Self.attach(
                "{}", to: id, by: "ann", in: house, type: "Application/JSON; charset=utf-8")
            let hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
            #expect(
                first.text
                    == #"{"data":{"bytes":2,"content_type":"application/json","sha256":"\#(hash)"},"success":true}"#)
            #expect(first.status == 200 && shelf.kept.withLock { $0 } == ["44/\(hash)": Array("{}".utf8)])
            let again = try await Self.attach("{}", to: id, by: "ann", in: house)
            #expect(again.status == 200 && again.bytes == first.bytes && shelf.puts.withLock { $0 } == 1)
            let other = try await Self.attach("{ }", to: id, by: "ann", in: house)
            #expect(other.status == 409 && other.code == "proof_exists" && shelf.puts.withLock { $0 } == 1)
            #expect(try await Self.count("SELECT COUNT(*) FROM score_proof WHERE stored_ms IS NOT NULL", house) == 1)
        }
    }

    @Test func onlyWhoseActionItIsAttaches() async throws {
        let shelf = Shelf()
        try await ScoreHouse.run(proofs: shelf.proofs) { house async throws in
            let id = try await Self.accepted(house, by: "ann")
            let stranger = try await Self.attach("{}", to: id, by: "bob", in: house)
            #expect(stranger.status == 404 && stranger.code == "unknown_action")
            let begun = try Self.id(of: try await house.begin("win", by: "ann"))
            #expect(try await Self.attach("{}", to: begun, by: "ann", in: house).code == "unknown_action")
            #expect(try await Self.attach("{}", to: "x", by: "ann", in: house).code == "malformed_request")
            let nobody = try await house.send(.put, "/api/v1/actions/\(id)/proof", body: "{}")
            #expect(nobody.status == 401)
            #expect(try await house.send(.get, "/api/v1/actions/\(id)/proof").status == 405)
            #expect(try await Self.count("SELECT COUNT(*) FROM score_proof", house) == 0)
            #expect(shelf.puts.withLock { $0 } == 0)
        }
    }

    @Test func sizeAndTypeAreLimited() async throws {
        try await ScoreHouse.run(proofs: Shelf().proofs) { house async throws in
            let id = try await Self.accepted(house, by: "ann")
            let large = try await Self.attach(String(repeating: "x", count: 101), to: id, by: "ann", in: house)
            #expect(large.status == 413 && large.code == "body_too_large")
            let text = try await Self.attach("{}", to: id, by: "ann", in: house, type: "text/html")
            #expect(text.status == 415 && text.code == "unsupported_media_type")
            #expect(try await Self.attach("", to: id, by: "ann", in: house).code == "malformed_request")
            let full = try await Self.attach(String(repeating: "x", count: 100), to: id, by: "ann", in: house)
            #expect(full.status == 200)
        }
    }

    /// What could not be kept is still the action's: the same bytes are taken when there is room again, others are not.
    @Test func whatCouldNotBeKeptIsSentAgain() async throws {
        let shelf = Shelf()
        try await ScoreHouse.run(proofs: shelf.proofs) { house async throws in
            let id = try await Self.accepted(house, by: "ann")
            shelf.isBroken.withLock { $0 = true }
            let failed = try await Self.attach("{}", to: id, by: "ann", in: house)
            #expect(failed.status == 503 && failed.headers[.retryAfter] != nil)
            #expect(try await Self.count("SELECT COUNT(*) FROM score_proof WHERE stored_ms IS NULL", house) == 1)
            shelf.isBroken.withLock { $0 = false }
            #expect(try await Self.attach("{ }", to: id, by: "ann", in: house).status == 409)
            #expect(try await Self.attach("{}", to: id, by: "ann", in: house).status == 200)
            #expect(try await Self.count("SELECT COUNT(*) FROM score_proof WHERE stored_ms IS NOT NULL", house) == 1)
        }
    }

    @Test func withoutAPlaceNoneAreTaken() async throws {
        try await ScoreHouse.run { house async throws in
            let id = try await Self.accepted(house, by: "ann")
            let answer = try await Self.attach("{}", to: id, by: "ann", in: house)
            #expect(answer.status == 404 && answer.code == "proofs_not_kept")
        }
    }
}
