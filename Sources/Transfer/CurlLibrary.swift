import CCurl

/// The library's process-wide state.
enum CurlLibrary {
    private static let initialisation = curl_global_init(Int(CURL_GLOBAL_ALL))

    /// Initialises libcurl once per process, whoever comes first; Swift makes the others wait.
    static func initialise() {
        precondition(initialisation == CURLE_OK, "libcurl can't be initialised")
    }
}
