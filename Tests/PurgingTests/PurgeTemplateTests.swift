import Testing
import Transfer

@testable import Purging

@Suite struct PurgeTemplateTests {
    private func template(_ method: String, _ url: String, body: String? = nil) -> PurgeTemplate {
        PurgeTemplate(
            method: method, url: url, headers: [Header("X-Key", "k")], body: body, site: "https://b.example/live")
    }

    @Test(arguments: [
        ("{url}", "https://b.example/live/e/a/main/latest.json"),
        ("http://127.0.0.1:6081{path}", "http://127.0.0.1:6081/e/a/main/latest.json"),
        (
            "https://api.example/purge?url={encoded_url}",
            "https://api.example/purge?url=https%3A%2F%2Fb.example%2Flive%2Fe%2Fa%2Fmain%2Flatest.json"
        ),
    ])
    func anAddressHasWhatIsPurged(url: String, filled: String) {
        let request = template("PURGE", url).request(for: ["/e/a/main/latest.json"])
        #expect(request.url == filled)
        #expect(request.method == "PURGE" && request.body == nil)
        #expect(request.headers.map(\.name) == ["X-Key"])
    }

    @Test func oneBodyNamesSeveral() {
        let template = template("POST", "https://api.example/purge", body: #"{"files":{urls}}"#)
        let request = template.request(for: ["/", "/e/a/main/"])
        #expect(template.isBatched)
        #expect(
            request.body.map { String(decoding: $0, as: UTF8.self) }
                == #"{"files":["https://b.example/live/","https://b.example/live/e/a/main/"]}"#)
    }

    @Test(arguments: [
        ("index.html", ["/", "/index.html"]), ("e/a/main/index.html", ["/e/a/main/", "/e/a/main/index.html"]),
        ("manifest.json", ["/manifest.json"]), ("e/a/main/xindex.html", ["/e/a/main/xindex.html"]),
    ])
    func anIndexPageIsReadByTwoNames(file: String, paths: [String]) {
        #expect(PurgeTemplate.paths(of: file) == paths)
    }

    @Test(arguments: [
        ("PURGE", 200, true), ("PURGE", 204, true), ("PURGE", 404, true), ("POST", 404, false), ("PURGE", 301, false),
        ("PURGE", 403, false), ("POST", 500, false), ("POST", 429, false),
    ])
    func whatIsDone(method: String, status: Int, isDone: Bool) {
        #expect(template(method, "{url}").isDone(status) == isDone)
    }

    @Test(
        arguments: [
            (0, nil, 5), (1, nil, 10), (7, nil, 640), (8, nil, 900), (9, nil, 900), (60_000, nil, 900), (0, 60, 60),
            (0, 1, 5), (3, 100_000, 900),
        ] as [(Int, Int?, Int)])
    func aFailureIsTriedAgainLater(attempts: Int, wanted: Int?, seconds: Int) {
        #expect(
            PurgeBackoff.pause(attempts: attempts, wanted: wanted.map { .seconds($0) }) == .seconds(seconds))
    }
}
