import Glibc

/// How many files and connections this process may have open.
enum DescriptorLimit {
    /// For all that is no viewer's connection: files, the database, upstreams.
    static let reserved = 200

    /// Raises the soft limit, which is 1,024 on Debian, to the hard one, and answers what holds then. Programs that
    /// are started from here inherit it.
    static func raise() -> Int {
        var limits = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0 else { return standard }
        let soft = limits.rlim_cur
        limits.rlim_cur = limits.rlim_max
        let isRaised = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0
        return max(reserved + 1, Int(clamping: isRaised ? limits.rlim_max : soft))
    }

    private static let standard = 1_024
}
