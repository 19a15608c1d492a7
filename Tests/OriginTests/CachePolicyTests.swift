import NIOHTTP1
import Testing

@testable import Origin

@Suite struct CachePolicyTests {
    @Test(
        arguments: [
            "assets/page.0123456789abcdef.js", "assets/page.01234567.css", "assets/fonts/a.01234567.woff2",
            "e/sim-1/main/names/0123456789abcdef.json",
            "e/sim-1/main/forecast/0123456789abcdef.json",
            "e/sim-1/main/forecast/0123456789abcdef.svg",
            "e/sim-1/main/series/0123456789abcdef.json",
            "e/sim-1/main/at/29919603.json", "e/sim-1/main/at/498660.json",
            "dumps/sim-1/20261121-0317-0123abcd/changes.csv.gz", "dumps/sim-1/final-0123abcd/datapackage.json",
            "dumps/sim-1/final-0123abcd/sha256sums",
        ])
    func whatIsNamedByHashOrSealedNeverChanges(path: String) {
        #expect(CachePolicy.present(path) == .immutable)
    }

    @Test(
        arguments: [
            "index.html", "manifest.json", "404.html", "robots.txt", "e/sim-1/main/latest.json",
            "e/sim-1/main/index.html", "e/sim-1/main/series/open.json", "e/sim-1/main/series/1000.json",
            "assets/page.js", "assets/0123456789abcdef", "assets/page.0123456.js", "assets/page.0123456G.js",
            "e/sim-1/main/names/latest.json", "e/sim-1/main/names/0123456789ABCDEF.json",
            "e/sim-1/main/at/index.html", "e/sim-1/main/at/.json", "names/0123456789abcdef.json",
            "e/sim-1/names/0123456789abcdef.json", "e/at/names/29919603.json",
            "e/sim-1/main/p/0123456789abcdef.html", "", "dumps/index.json", "dumps/sim-1/x/changes.csv.gz",
            "dumps/final-0123abcd/changes.csv.gz",
        ])
    func allElseIsReplacedByTheNextEdition(path: String) {
        #expect(CachePolicy.present(path) == .live)
    }

    @Test(
        arguments: [
            ("e/sim-1/main/at/29919603.json", 5), ("e/sim-1/main/latest.json", 5), ("e/sim-2/", 5),
            ("favicon.ico", 60), ("assets/page.0123456789abcdef.js", 60), ("", 60),
        ])
    func whatIsNotThereIsForgottenSoon(path: String, seconds: Int) {
        #expect(CachePolicy.absent(path) == .missing(seconds: seconds))
    }

    @Test(
        arguments: [
            (.immutable, "public, max-age=31536000, immutable", nil),
            (
                .live, "public, max-age=53, stale-if-error=86400",
                "public, max-age=53, stale-while-revalidate=30, stale-if-error=86400"
            ),
            (.missing(seconds: 5), "public, max-age=5", nil),
            (.never, "no-store", nil),
        ] as [(CachePolicy, String, String?)])
    func isSaidInTheseWords(policy: CachePolicy, browsers: String, shared: String?) {
        var fields: HTTPHeaders = [:]
        policy.apply(to: &fields, maxAge: 53)
        #expect(fields.first(name: FieldName.cacheControl) == browsers)
        #expect(fields.first(name: FieldName.cdnCacheControl) == shared)
    }
}
