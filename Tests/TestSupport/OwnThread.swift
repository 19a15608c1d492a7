import Foundation

/// Work that blocks, away from the few threads that all tests share: were each of them held by a read that waits for
/// another test, none would ever go on.
package enum OwnThread {
    package static func run<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: work)) }
        }
    }
}
