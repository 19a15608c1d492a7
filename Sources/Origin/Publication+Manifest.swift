import FoundationEssentials
import Rankings

extension Publication {
    /// The fields of `manifest.json` that matter here; all others are ignored.
    private struct Manifest: Decodable {
        struct Event: Decodable {
            let boards: [Board]?
        }

        struct Board: Decodable {
            let next: Int64?
        }

        /// Unix seconds.
        let next: Int64?
        let publicationDelayMilliseconds: Int64?
        let events: [Event]?

        enum CodingKeys: String, CodingKey {
            case next
            case publicationDelayMilliseconds = "publication_delay_p90_ms"
            case events
        }
    }

    /// Longer delays are an outage, whose length says nothing of the next edition.
    private static let longestDelayMilliseconds: Int64 = 60_000

    /// Nil where the bytes are no manifest.
    init?(manifest bytes: some Sequence<UInt8>) {
        let manifest: Manifest
        do {
            manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
        } catch {
            return nil
        }
        let boards = (manifest.events ?? []).flatMap { $0.boards ?? [] }
        let slots = [manifest.next] + boards.map(\.next)
        // Beyond the year 9999 a number is a mistake, and its milliseconds could overflow.
        let plausible = slots.compactMap { $0 }.filter { (0...253_402_300_799).contains($0) }
        let milliseconds = manifest.publicationDelayMilliseconds.map { min(max($0, 0), Self.longestDelayMilliseconds) }
        self.init(
            nextSlots: plausible.map(Instant.init(unixSeconds:)),
            delay: milliseconds.map { .milliseconds($0) } ?? Self.usualDelay)
    }
}
