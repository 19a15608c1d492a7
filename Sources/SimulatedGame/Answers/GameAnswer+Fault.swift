import Compression

extension GameAnswer {
    /// How far a clock is off, in seconds.
    private static let hour = "3600"
    /// 50 MB of what JSON lets stand before a value.
    private static let padding = [UInt8](repeating: UInt8(ascii: " "), count: 50_000_000)
    private static let garbage = "<html><head><title>502</title></head><body>{\"rankings\":[{]</body>"
    /// 64 MB of spaces in about 64 KB; empty should compression fail, which a client cannot read either.
    private static let bomb: [UInt8] = {
        do throws(CompressionError) {
            var encoder = try GzipEncoder()
            let piece = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
            var bytes: [UInt8] = []
            for _ in 0..<64 { bytes += try encoder.update(piece) }
            return bytes + (try encoder.finish())
        } catch {
            return []
        }
    }()

    /// The answer of a fault that leaves nothing of the honest one; nil where the honest one is needed.
    static func refusal(_ fault: FaultKind, retryAfter: Duration) -> GameAnswer? {
        let notice = ["Retry-After": "\(retryAfter.components.seconds)"]
        return switch fault {
        case .status503: error(status: 503, code: "maintenance", fault: fault)
        case .maintenance:
            error(status: 503, code: "maintenance", headers: notice, fault: fault)
        case .status403: error(status: 403, code: "session_error", fault: fault)
        case .status404: error(status: 404, code: "not_found", fault: fault)
        case .status426: error(status: 426, code: "upgrade_required", fault: fault)
        case .status429:
            error(status: 429, code: "too_many_requests", headers: notice, fault: fault)
        case .status500:
            GameAnswer(status: 500, body: Array("<Error><Code>InternalError</Code></Error>".utf8), fault: fault)
        case .errorInBody:
            GameAnswer(status: 200, body: error(status: 403, code: "session_error").body, fault: fault)
        case .garbage: GameAnswer(status: 200, body: Array(garbage.utf8), fault: fault)
        case .bomb: GameAnswer(status: 200, body: bomb, headers: ["Content-Encoding": "gzip"], fault: fault)
        default: nil
        }
    }

    /// The honest body with what the fault makes of it.
    static func finished(
        _ body: [UInt8], fault: FaultKind?, slowness: Duration, shown: [ShownBoard] = []
    ) -> GameAnswer {
        switch fault {
        case .cutBody: GameAnswer(status: 200, body: body, delivery: .cut, fault: fault)
        case .slow: GameAnswer(status: 200, body: body, delivery: .delayed(slowness), fault: fault, shown: shown)
        case .late: GameAnswer(status: 200, body: body, delivery: .delayed(slowness / 3), fault: fault, shown: shown)
        case .hugeBody: GameAnswer(status: 200, body: padding + body, fault: fault)
        case .wrongTypes: GameAnswer(status: 200, body: withTexts(body), fault: fault)
        // Lists of events are honest, so that there is a board whose readings are not.
        case .clockAhead where !shown.isEmpty: GameAnswer(status: 200, body: body, headers: ["Age": hour], fault: fault)
        default: GameAnswer(status: 200, body: body, fault: fault, shown: shown)
        }
    }

    /// The body with the first rank as a list of a text.
    private static func withTexts(_ body: [UInt8]) -> [UInt8] {
        let text = String(decoding: body, as: UTF8.self)
        guard let key = text.firstRange(of: "\"rank\":") else { return body }
        return Array((text[..<key.upperBound] + "[\"first\"]," + "\"was\":" + text[key.upperBound...]).utf8)
    }
}
