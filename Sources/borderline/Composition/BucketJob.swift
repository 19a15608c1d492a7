import Logging
import ObjectStorage
import Pipeline
import Publisher
import Rankings
import Settings
import Telemetry
import Timekeeping
import Transfer

/// Brings the bucket of published files up to date. What fails is logged, and is tried again: nothing that is published
/// in the output folder waits for it.
actor BucketJob {
    private let mirror: BucketMirror
    private let metrics: Metrics
    private let logger: Logger
    private let clock = SystemTime()
    /// Since when the bucket is behind; nil where it is not.
    private var behindSince: Instant?

    /// nil where no bucket is configured.
    init?(_ parts: Composition) {
        let workplace = parts.workplace
        guard let settings = workplace.configuration.publish.bucket,
            let coding = BucketCoding(rawValue: settings.coding)
        else { return nil }
        metrics = workplace.metrics
        logger = Logger(label: "borderline.bucket")
        let purges = parts.purges
        let client = TransferClient(maximumPerHost: BucketMirror.objectsAtOnce, userAgent: workplace.userAgent)
        mirror = BucketMirror(
            folder: workplace.configuration.output, bucket: Bucket(settings.bucket, client: client),
            prefix: settings.bucket.prefix, coding: coding, state: StoredMirror(store: parts.store, settings),
            onReplaced: { try await purges?.queue($0) })
        metrics.set(.bucketComplete, to: Double(clock.now().unixSeconds))
    }

    /// - Returns: whether all is well: the bucket is up to date, or another process is at it.
    @discardableResult
    func catchUp(until deadline: ContinuousClock.Instant? = nil) async throws -> Bool {
        let began = clock.now()
        do {
            let report = try await mirror.catchUp(until: deadline)
            // What was cut short is no failure of the bucket.
            try Task.checkCancellation()
            note(report, began: began)
            return report.isComplete || report.isHeldElsewhere
        } catch let error as CancellationError {
            throw error
        } catch {
            metrics.add(to: .bucketObjects, "failed")
            noteBehind("\(error)", began: began)
            return false
        }
    }

    /// The bucket compared with its own listing, or all put again.
    ///
    /// - Throws: where something is still behind.
    func repair(_ scope: BucketMirror.Scope) async throws -> MirrorReport {
        for _ in 0..<Self.lockAttempts {
            let began = clock.now()
            let report = try await mirror.catchUp(scope)
            if report.isHeldElsewhere {
                try await Task.sleep(for: Self.lockPause)
                continue
            }
            note(report, began: began)
            if let failure = report.failure { throw CommandError("the bucket is behind: \(failure)") }
            return report
        }
        throw CommandError("another process has been bringing the bucket up to date for minutes: try again later")
    }

    /// Five minutes: a process that catches up puts some thousand objects at a time.
    private static let lockAttempts = 3000
    private static let lockPause = Duration.milliseconds(100)

    private func note(_ report: MirrorReport, began: Instant) {
        metrics.add(Double(report.put), to: .bucketObjects, "put")
        metrics.add(Double(report.removed), to: .bucketObjects, "removed")
        metrics.add(Double(report.putBytes), to: .bucketBytes)
        if report.isHeldElsewhere { return }
        if !report.isComplete {
            if report.failure != nil { metrics.add(to: .bucketObjects, "failed") }
            noteBehind(report.failure.map { "\($0)" } ?? "there is more to put", began: began)
            return
        }
        metrics.set(.bucketComplete, to: Double(began.unixSeconds))
        if let since = behindSince {
            logger.notice(
                "bucket is up to date again",
                metadata: .keyed([
                    .count: "\(report.put)", .durationMilliseconds: "\((clock.now() - since).wholeMilliseconds)",
                ]))
            behindSince = nil
        } else if report.put + report.removed > 0 {
            logger.debug(
                "bucket brought up to date", metadata: .keyed([.count: "\(report.put)", .bytes: "\(report.putBytes)"]))
        }
    }

    private func noteBehind(_ reason: String, began: Instant) {
        let since = behindSince ?? began
        behindSince = since
        logger.warning(
            "bucket is behind",
            metadata: .keyed([
                .reason: "\(reason)", .durationMilliseconds: "\((clock.now() - since).wholeMilliseconds)",
            ]))
    }
}
