/// A value of a list as a person reads it, whatever JSON makes of it.
struct ShownValue: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = ""
        } else if let integer = try? container.decode(Int64.self) {  // a number, or another kind of value
            text = String(integer)
        } else if let flag = try? container.decode(Bool.self) {  // true or false, or text
            text = flag ? "yes" : "no"
        } else {
            text = try container.decode(String.self)
        }
    }
}
