import Foundation
import Synchronization
import TestSupport
import Testing
import Transfer

@testable import ObjectStorage

/// Against a service that is not well.
@Suite(.enabled(if: FaultyService.isAvailable, "needs python3")) struct RetryTests {
    /// The pauses that were made.
    private final class Pauses: Sendable {
        let made = Mutex<[Duration]>([])
    }

    private func get(_ key: String, attempts: Int = 4) async throws -> (pauses: [Duration], bytes: [UInt8]) {
        let pauses = Pauses()
        let client = TransferClient(userAgent: "object-storage-tests")
        let bucket = Bucket(
            BucketAddress(endpoint: try FaultyService.shared.get(), region: "us-east-1", bucket: "b"),
            credentials: BucketCredentials(keyID: "a", secret: "b"), client: client,
            retries: RetryPolicy(attempts: attempts, firstPause: .seconds(1)) { pause in
                pauses.made.withLock { $0.append(pause) }
            })
        let result = await Result.of { try await bucket.get(key, limitBytes: 100) }
        await client.close()
        let made = pauses.made.withLock { $0 }
        guard case .success(let bytes) = result else { throw Failed(pauses: made, error: result) }
        return (made, bytes)
    }

    private struct Failed: Error {
        let pauses: [Duration]
        let error: Result<[UInt8], any Error>

        var bucketError: BucketError? {
            if case .failure(let error) = error { error as? BucketError } else { nil }
        }
    }

    @Test(arguments: ["busy", "cut", "slow-down"]) func whatPassesIsTriedAgain(fault: String) async throws {
        let answer = try await get("\(fault)/3/\(UUID().uuidString)")
        #expect(answer.bytes == Array("well".utf8))
        #expect(answer.pauses == [.seconds(1), .seconds(2), .seconds(4)])
    }

    @Test func whatStaysIsGivenUp() async throws {
        let failed = try await #require(throws: Failed.self) { try await get("busy/4/\(UUID().uuidString)") }
        #expect(failed.pauses.count == 3)
        #expect(failed.bucketError?.status == 503)
    }

    @Test func whatIsRefusedIsNotTriedAgain() async throws {
        let failed = try await #require(throws: Failed.self) { try await get("denied/9/\(UUID().uuidString)") }
        #expect(failed.pauses.isEmpty)
        let description = failed.bucketError.map(String.init(describing:)) ?? ""
        #expect(description.contains("RequestTimeTooSkewed): this machine's clock is wrong"))
        #expect(!description.contains("<"))
    }

    @Test func whoDoesNotSpeakS3IsTold() async throws {
        let client = TransferClient(userAgent: "object-storage-tests")
        let bucket = Bucket(
            BucketAddress(endpoint: try FaultyService.shared.get(), region: "us-east-1", bucket: "well"),
            credentials: BucketCredentials(keyID: "a", secret: "b"), client: client)
        let error = await #expect(throws: BucketError.self) { try await bucket.list() }
        await client.close()
        #expect(error.map(String.init(describing:))?.contains("the answer is not S3's") == true)
    }
}
