/// What a template is rendered with. Every text in it has been made safe to show.
struct PageContext {
    private(set) var values: [String: Any] = [:]

    init() {}

    subscript(key: PageKey) -> String? {
        get { values[key.rawValue] as? String }
        set { values[key.rawValue] = newValue.map(DisplayText.neutral) }
    }

    mutating func set(_ key: PageKey, _ value: Bool) { values[key.rawValue] = value }
    mutating func set(_ key: PageKey, _ value: some BinaryInteger) { values[key.rawValue] = String(value) }
    mutating func set(_ key: PageKey, _ part: PageContext?) { values[key.rawValue] = part?.values }
    mutating func set(_ key: PageKey, _ parts: [PageContext]) { values[key.rawValue] = parts.map(\.values) }
}
