/// An id that upstreams write as a number or as text: kept as the digits or text it came in.
struct UpstreamNumber: Decodable, Hashable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let signed = try? container.decode(Int64.self) {  // nil means: try the next form
            text = String(signed)
        } else if let unsigned = try? container.decode(UInt64.self) {  // nil means: try the next form
            text = String(unsigned)
        } else {
            text = try container.decode(String.self)
        }
    }
}
