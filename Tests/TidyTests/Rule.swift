import Testing

/// One rule of how the code is written, as a check of one file.
struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    /// Where it holds.
    let areas: Set<SourceFile.Area>
    let check: @Sendable (SourceFile) -> [Finding]

    var testDescription: String { name }

    func findings(in file: SourceFile) -> [Finding] { areas.contains(file.area) ? check(file) : [] }

    static let everywhere = Set(SourceFile.Area.allCases)
    static let product: Set<SourceFile.Area> = [.library, .program]
}

extension Rule {
    /// All that look at one file alone.
    static let all: [Rule] = size + access + time + failure + concurrency + documentation + naming
}
