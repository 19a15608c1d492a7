import Rankings
import Testing

@testable import Origin

@Suite struct PublicationTests {
    static let slot = Instant(unixSeconds: 1_795_176_180)

    @Test(
        arguments: [
            // Milliseconds after 12:03:00, the delay, slots awaited (seconds after 12:03:00), the age.
            (10_000, 3_000, [60], 53),
            (10_001, 3_000, [60], 53),
            (9_999, 3_000, [60], 54),
            (0, 3_000, [60], 63),
            (0, 5_000, [60], 65),
            (0, 20_000, [60], 65),
            (0, 0, [900], 65),
            (61_000, 3_000, [60], 2),
            (62_999, 3_000, [60], 2),
            // Late: asked for again soon.
            (63_000, 3_000, [60], 2),
            (122_999, 3_000, [60], 2),
            // Given up: as if nothing were known.
            (123_000, 3_000, [60], 60),
            (123_000, 3_000, [60, 180], 60),
            // The board that comes first counts.
            (10_000, 3_000, [900, 60, 120], 53),
            // Nothing is awaited: the next whole minute takes its place.
            (10_000, 5_000, [], 55),
            (59_999, 5_000, [], 6),
            (0, 0, [], 60),
        ] as [(Int, Int, [Int], Int)])
    func anAnswerMayBeKeptUntilTheNextEdition(after: Int, delay: Int, slots: [Int], expected: Int) {
        let publication = Publication(
            nextSlots: slots.map { Self.slot + .seconds($0) }, delay: .milliseconds(delay))
        #expect(publication.maxAge(now: Self.slot + .milliseconds(after)) == expected)
    }

    @Test(
        arguments: [
            (#"{"next":60,"publication_delay_p90_ms":1500}"#, [60], 1500),
            (#"{"next":60}"#, [60], 5000),
            (#"{"publication_delay_p90_ms":null}"#, [], 5000),
            (#"{"events":[{"boards":[{"next":60},{"next":null},{}]},{"boards":[{"next":120}]},{}]}"#, [60, 120], 5000),
            (#"{"publication_delay_p90_ms":-5}"#, [], 0),
            (#"{"publication_delay_p90_ms":60000}"#, [], 60_000),
            (#"{"publication_delay_p90_ms":60001}"#, [], 60_000),
            (#"{"next":253402300799}"#, [253_402_300_799], 5000),
            (#"{"next":253402300800}"#, [], 5000),
            (#"{"next":-1}"#, [], 5000),
            ("{}", [], 5000),
        ] as [(String, [Int64], Int)])
    func readsTheManifest(json: String, slots: [Int64], delay: Int) {
        let expected = Publication(
            nextSlots: slots.map(Instant.init(unixSeconds:)), delay: .milliseconds(delay))
        #expect(Publication(manifest: json.utf8) == expected)
    }

    @Test(arguments: ["", "[]", "{", #"{"next":"soon"}"#, #"{"next":1e30}"#])
    func otherBytesAreNoManifest(json: String) {
        #expect(Publication(manifest: json.utf8) == nil)
    }
}
