import Mustache

/// What a template is rendered with. Every text in it has been made safe to show.
///
/// A type of its own rather than a dictionary of `Any`: the renderer looks up names in it without reflection, which
/// makes a board's page several times faster.
struct PageContext: MustacheParent {
    private var values: [String: Any]

    /// - Parameter capacity: how many names are to come, so that the table is made once.
    init(capacity: Int = 0) { values = Dictionary(minimumCapacity: capacity) }

    subscript(key: PageKey) -> String? {
        get { (values[key.rawValue] as? PageText)?.renderText }
        set { values[key.rawValue] = newValue.map(PageText.init) }
    }

    mutating func set(_ key: PageKey, _ value: Bool) { values[key.rawValue] = value }
    mutating func set(_ key: PageKey, _ value: some BinaryInteger) { self[key] = String(value) }
    mutating func set(_ key: PageKey, _ part: PageContext?) { values[key.rawValue] = part }
    mutating func set(_ key: PageKey, _ parts: [PageContext]) { values[key.rawValue] = parts }

    /// What a tag with this name stands for.
    func child(named name: String) -> Any? { values[name] }
}
