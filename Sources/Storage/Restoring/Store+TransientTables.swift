extension Store {
    /// Tables of what processes do and not of what was seen: runs of jobs, sessions of accounts, the state of hosts,
    /// what buckets and caches were told, how much senders of scores sent of late. A backup keeps them empty; elsewhere
    /// their rows would be wrong.
    package static let transientTables = [
        "job_run", "upstream_session", "upstream_count", "upstream_pause", "mirrored_object", "cache_purge",
        "score_limit",
    ]
}
