import Foundation
import TestSupport
import Testing
import Transfer

@testable import ObjectStorage

/// Against a real server that checks signatures.
@Suite(.enabled(if: TestPython.isAvailable, "\(TestPython.advice)")) struct BucketTests {
    /// A bucket for the test's own prefix, which no other test uses.
    private func use(
        bucket: String = ObjectServer.bucket, keyID: String? = nil, secret: String? = nil,
        _ body: (Bucket, String) async throws -> Void
    ) async throws {
        let server = try ObjectServer.shared.get()
        let client = TransferClient(userAgent: "object-storage-tests")
        let bucket = Bucket(
            BucketAddress(endpoint: server.endpoint, region: "us-east-1", bucket: bucket),
            credentials: BucketCredentials(keyID: keyID ?? server.keyID, secret: secret ?? server.secret),
            client: client)
        let result = await Result.of { try await body(bucket, "\(UUID().uuidString)/") }
        await client.close()
        try result.get()
    }

    @Test(arguments: [
        "a", "a/b c", "ä/日本/+&=?#%", "a:b@c,d;e!$'()*~[]", "x.json.br", "%2F", "trailing/",
    ])
    func anyKeyComesBack(key: String) async throws {
        try await use { bucket, prefix in
            try await bucket.put(Array(key.utf8), to: prefix + key)
            #expect(try await bucket.get(prefix + key, limitBytes: 1000) == Array(key.utf8))
            let listed = StoredObject(
                key: prefix + key, bytes: key.utf8.count, digest: ObjectDigest(of: Array(key.utf8)))
            #expect(try await bucket.list(prefix: prefix) == [listed])
            try await bucket.delete(prefix + key)
            #expect(try await bucket.list(prefix: prefix).isEmpty)
        }
    }

    @Test(arguments: [0, 1, 3_000_000]) func anySizeComesBack(count: Int) async throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 2) }
        try await use { bucket, prefix in
            try await bucket.put(bytes, to: prefix + "object")
            #expect(try await bucket.get(prefix + "object", limitBytes: count) == bytes)
        }
    }

    @Test func laterBytesReplaceEarlierOnes() async throws {
        try await use { bucket, prefix in
            try await bucket.put([1], to: prefix + "object")
            try await bucket.put([2, 2], to: prefix + "object")
            #expect(try await bucket.get(prefix + "object", limitBytes: 10) == [2, 2])
        }
    }

    @Test func readersGetTheHeadersThatWereGiven() async throws {
        try await use { bucket, prefix in
            let metadata = ObjectMetadata(
                contentType: "application/json", contentEncoding: "gzip", cacheControl: "public, max-age=60")
            let packed: [UInt8] = [
                0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1, 2, 0, 253, 255, 123, 125, 67, 191, 166, 163, 2, 0, 0, 0,
            ]
            try await bucket.put(packed, to: prefix + "object", metadata: metadata)
            let server = try ObjectServer.shared.get()
            let client = TransferClient(userAgent: "reader")
            let response = try await client.perform(
                Request(
                    url: bucket.address.url(key: prefix + "object"),
                    headers: [Header("x-amz-content-sha256", "UNSIGNED-PAYLOAD")],
                    signature: RequestSignature(
                        region: "us-east-1", service: "s3", keyID: server.keyID, secret: server.secret)))
            await client.close()
            #expect(response.value(ofHeader: "Content-Type") == "application/json")
            #expect(response.value(ofHeader: "Content-Encoding") == "gzip")
            #expect(response.value(ofHeader: "Cache-Control") == "public, max-age=60")
            #expect(response.body == Array("{}".utf8))
        }
    }

    @Test func listingsGoOnAfterAPage() async throws {
        try await use { bucket, prefix in
            let keys = (1001...2010).map { "\(prefix)\($0)" }
            try await withThrowingDiscardingTaskGroup { group in
                for key in keys { group.addTask { try await bucket.put([], to: key) } }
            }
            try await bucket.put([], to: "other-" + prefix)
            #expect(try await bucket.list(prefix: prefix).map(\.key) == keys)
        }
    }

    @Test func whatIsNotThereIsToldAndMayBeDeleted() async throws {
        try await use { bucket, prefix in
            try await bucket.delete(prefix + "nothing")
            let error = await #expect(throws: BucketError.self) {
                try await bucket.get(prefix + "nothing", limitBytes: 10)
            }
            #expect(error?.code == "NoSuchKey")
            #expect(error?.status == 404)
        }
        try await use(bucket: "nowhere") { bucket, _ in
            for operation in [{ _ = try await bucket.list() }, { try await bucket.put([], to: "a") }] {
                let error = await #expect(throws: BucketError.self) { try await operation() }
                #expect(error?.code == "NoSuchBucket")
            }
        }
    }

    @Test func wrongCredentialsAreToldApartAndNotShown() async throws {
        let known = try ObjectServer.shared.get().secret
        for (keyID, secret, code) in [
            (nil, "wrong-secret", "SignatureDoesNotMatch"), ("AKIANOBODY", nil, "InvalidAccessKeyId"),
        ] {
            try await use(keyID: keyID, secret: secret) { bucket, prefix in
                for operation in [
                    { try await bucket.put([1], to: prefix + "a") },
                    { _ = try await bucket.get(prefix + "a", limitBytes: 1) },
                    { _ = try await bucket.list(prefix: prefix) }, { try await bucket.delete(prefix + "a") },
                ] {
                    let error = await #expect(throws: BucketError.self) { try await operation() }
                    #expect(error?.code == code)
                    let shown = "\(String(describing: error)) \(String(reflecting: bucket))"
                    #expect(!shown.contains(known) && !shown.contains("wrong-secret"))
                }
            }
        }
    }

    @Test func anObjectAboveTheLimitIsNotRead() async throws {
        try await use { bucket, prefix in
            try await bucket.put([1, 2, 3], to: prefix + "a")
            let error = await #expect(throws: BucketError.self) {
                try await bucket.get(prefix + "a", limitBytes: 2)
            }
            #expect(error.map { "\($0)".hasSuffix("has more than 2 bytes") } == true)
        }
    }
}

extension Result where Failure == any Error {
    /// What the body answers or throws.
    static func of(_ body: () async throws -> Success) async -> Self {
        do {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}
