import Rankings

/// An instant that an upstream writes as RFC 3339, with its zone.
struct UpstreamInstant: Decodable, Hashable {
    let instant: Instant

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard text.contains("T"), let instant = Instant(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no RFC 3339")
        }
        self.instant = instant
    }
}
