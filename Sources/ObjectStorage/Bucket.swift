import Crypto
import Hexadecimal
package import Transfer

/// A bucket of an S3-compatible service. Requests are signed (Signature Version 4), and what is put is checked by the
/// service against its hash before it is kept.
package struct Bucket: Sendable {
    /// For one object of some megabytes over a slow line.
    private static let transferLimit = Duration.seconds(300)
    /// Slower than this for a minute, the line is dead though it is open.
    private static let slowBytesPerSecond = 1000
    private static let slowFor = Duration.seconds(60)
    /// A refusal is some hundred bytes of XML.
    private static let refusalLimitBytes = 64 << 10
    /// A page of a listing has at most 1,000 objects, each some hundred bytes.
    private static let listingLimitBytes = 8 << 20
    /// Pages of one listing, a million objects: more is a service that repeats itself.
    private static let pageLimit = 1000

    package let address: BucketAddress
    private let client: TransferClient
    private let signature: RequestSignature
    private let retries: RetryPolicy

    package init(
        _ address: BucketAddress, credentials: BucketCredentials, client: TransferClient,
        retries: RetryPolicy = RetryPolicy()
    ) {
        self.address = address
        self.client = client
        self.retries = retries
        signature = RequestSignature(
            region: address.region, service: "s3", keyID: credentials.keyID, secret: credentials.secret)
    }

    /// Stores an object, in place of any that had its key. Readers see the old one or the new one, never a part.
    package func put(_ bytes: [UInt8], to key: String, metadata: ObjectMetadata = ObjectMetadata()) async throws {
        var request = request("PUT", key: key, body: bytes)
        request.headers.append(Header("Content-Type", metadata.contentType))
        if let coding = metadata.contentEncoding { request.headers.append(Header("Content-Encoding", coding)) }
        if let control = metadata.cacheControl { request.headers.append(Header("Cache-Control", control)) }
        _ = try await perform(request, "put", key)
    }

    /// An object's bytes; those that were stored with a coding (`contentEncoding`) come decoded.
    ///
    /// - Throws: `BucketError.Kind.absent` where there is none, `.tooLarge` where it has more than `limitBytes`.
    package func get(_ key: String, limitBytes: Int) async throws -> [UInt8] {
        var request = request("GET", key: key)
        // Room for the words of a refusal, too: without them nobody would know that it is one.
        request.limits.bodyBytes = max(limitBytes, Self.refusalLimitBytes)
        let response = try await perform(request, "get", key)
        guard response.body.count <= limitBytes else {
            throw BucketError(.tooLarge(limitBytes: limitBytes), "get", item(key), status: response.status)
        }
        return response.body
    }

    /// Every object whose key begins with the prefix, sorted by key.
    package func list(prefix: String = "") async throws -> [StoredObject] {
        var objects: [StoredObject] = []
        var continuation: String?
        for _ in 0..<Self.pageLimit {
            var query = [("encoding-type", "url"), ("list-type", "2"), ("prefix", prefix)]
            if let continuation { query.insert(("continuation-token", continuation), at: 0) }
            var request = request("GET", query: query)
            request.limits.bodyBytes = Self.listingLimitBytes
            let response = try await perform(request, "list", prefix)
            guard let page = ObjectListing(String(decoding: response.body, as: UTF8.self)) else {
                throw BucketError(.unreadable, "list", item(prefix), status: response.status)
            }
            objects += page.objects
            guard let next = page.continuation else { return objects.sorted { $0.key < $1.key } }
            continuation = next
        }
        throw BucketError(.unreadable, "list", item(prefix))
    }

    /// Removes an object; one that is not there is no error.
    package func delete(_ key: String) async throws {
        do {
            _ = try await perform(request("DELETE", key: key), "delete", key)
        } catch let error as BucketError {
            if case .absent = error.kind, error.code != "NoSuchBucket" { return }
            throw error
        }
    }

    private func request(
        _ method: String, key: String = "", query: [(name: String, value: String)] = [], body: [UInt8]? = nil
    ) -> Request {
        let hash = SHA256.hash(data: body ?? []).hexadecimal
        return Request(
            url: address.url(key: key, query: query), method: method,
            headers: [Header("x-amz-content-sha256", hash)], body: body, signature: signature,
            limits: Limits(
                total: Self.transferLimit, redirects: 0, slowBytesPerSecond: Self.slowBytesPerSecond,
                slowFor: Self.slowFor))
    }

    /// Makes the request until it is answered for good. Everything here may be done twice.
    private func perform(_ request: Request, _ operation: String, _ key: String) async throws -> Response {
        // libcurl would leave out such parts of the path, and ask for another object.
        precondition(
            !key.split(separator: "/").contains { $0 == "." || $0 == ".." }, "a key without `.` and `..` as parts")
        var pause = retries.firstPause
        for attempt in 1...retries.attempts {
            let isLast = attempt == retries.attempts
            do {
                let response = try await client.perform(request)
                if (200...299).contains(response.status) { return response }
                guard RetryPolicy.isTransient(status: response.status), !isLast else {
                    throw refusal(response, operation, key)
                }
            } catch let error as TransferError {
                guard RetryPolicy.isTransient(error), !isLast else {
                    throw BucketError(.unreachable(error), operation, item(key))
                }
            }
            try await retries.sleep(pause)
            pause *= 2
        }
        preconditionFailure("the last attempt returns or throws")
    }

    private func refusal(_ response: Response, _ operation: String, _ key: String) -> BucketError {
        let kind: BucketError.Kind =
            switch response.status {
            case 404: .absent
            case 401, 403: .denied
            default: .answered
            }
        return BucketError(kind, operation, item(key), status: response.status, body: response.body)
    }

    private func item(_ key: String) -> String { key.isEmpty ? "\(address)" : "\(address)/\(key)" }
}
