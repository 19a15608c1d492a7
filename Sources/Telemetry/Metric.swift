/// What is measured: one list, and the page `Docs/metrics.md` has a row for each.
package enum Metric: String, Hashable, Sendable, CaseIterable {
    case bucketBytes = "borderline_bucket_bytes_total"
    case bucketComplete = "borderline_bucket_complete_timestamp_seconds"
    case bucketObjects = "borderline_bucket_objects_total"
    case buildInfo = "borderline_build_info"
    case claimsTakenOver = "borderline_claims_taken_over_total"
    case crawlSeconds = "borderline_crawl_seconds"
    case databaseErrors = "borderline_database_errors_total"
    case diskBudgetBytes = "borderline_disk_budget_bytes"
    case diskUsedBytes = "borderline_disk_used_bytes"
    case editionAgeSeconds = "borderline_edition_age_seconds"
    case editionOverdueSeconds = "borderline_edition_overdue_seconds"
    case jobLastSuccess = "borderline_job_last_success_timestamp_seconds"
    case jobRuns = "borderline_job_runs_total"
    case publishSeconds = "borderline_publish_seconds"
    case purgeRequests = "borderline_purge_requests_total"
    case purgesWaiting = "borderline_purges_waiting"
    case ready = "borderline_ready"
    case slots = "borderline_slots_total"

    /// How values of it come together.
    package enum Kind: String, Hashable, Sendable {
        case counter
        case gauge
        case histogram
    }

    package var kind: Kind {
        switch self {
        case .bucketBytes, .bucketObjects, .claimsTakenOver, .databaseErrors, .jobRuns, .purgeRequests, .slots: .counter
        case .bucketComplete, .buildInfo, .diskBudgetBytes, .diskUsedBytes, .editionAgeSeconds, .editionOverdueSeconds,
            .jobLastSuccess, .purgesWaiting, .ready:
            .gauge
        case .crawlSeconds, .publishSeconds: .histogram
        }
    }

    /// One sentence.
    package var help: String {
        switch self {
        case .bucketBytes: "Bytes of the objects that were put into the bucket of published files."
        case .bucketComplete:
            "When all that was published was in the bucket last; the start of the process before that."
        case .bucketObjects:
            "Objects put into the bucket and removed from it; failed counts rounds in which something did."
        case .buildInfo: "Always 1: the label says which version runs."
        case .claimsTakenOver: "Slots taken over from a process that did not conclude them."
        case .crawlSeconds: "From the planned instant of a slot to the end of the upstream's answer."
        case .databaseErrors: "Errors of the database or of the way to it, by its number."
        case .diskBudgetBytes: "What the data and output folders may take together."
        case .diskUsedBytes: "What they took when it was last measured."
        case .editionAgeSeconds: "How long ago the newest published slot of an open board was."
        case .editionOverdueSeconds: "How long ago the slot of an open board's next edition began; 0 before that."
        case .jobLastSuccess: "When the newest run that succeeded ended, whoever did it."
        case .jobRuns: "Runs of a job that ended here, by outcome."
        case .publishSeconds: "How long an edition took from its data to its files."
        case .purgeRequests: "Requests that told caches of files that changed, by outcome."
        case .purgesWaiting: "Files that changed and that caches are still to be told of."
        case .ready: "1 where /ready says so: editions are fresh and the database answers."
        case .slots: "Slots that got their outcome here, by game and outcome."
        }
    }

    /// The names of its labels, in order.
    package var labels: [String] {
        switch self {
        case .buildInfo: ["version"]
        case .claimsTakenOver, .crawlSeconds: ["game"]
        case .databaseErrors: ["code"]
        case .bucketBytes, .bucketComplete, .diskBudgetBytes, .diskUsedBytes, .publishSeconds, .purgesWaiting, .ready:
            []
        case .bucketObjects, .purgeRequests: ["outcome"]
        case .editionAgeSeconds, .editionOverdueSeconds: ["board"]
        case .jobLastSuccess: ["job_id"]
        case .jobRuns: ["job_id", "outcome"]
        case .slots: ["game", "outcome"]
        }
    }
}
