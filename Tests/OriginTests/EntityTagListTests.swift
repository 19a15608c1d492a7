import Testing

@testable import Origin

@Suite struct EntityTagListTests {
    @Test(
        arguments: [
            ("*", true),
            (" * ", true),
            ("\"a-br\"", true),
            ("W/\"a-br\"", true),
            ("\"x\", \"a-br\"", true),
            ("\"x\",W/\"a-br\"", true),
            ("\"x,\", \"a-br\"", true),
            (", ,\"a-br\"", true),
            ("", false),
            ("a-br", false),
            ("\"a\"", false),
            ("\"a-gz\"", false),
            ("\"A-BR\"", false),
            ("\"a-br", false),
            ("w/\"a-br\"", false),
            ("broken \"a-br\"", false),
            ("\"x\" junk, \"a-br\"", false),
        ])
    func matches(field: String, expected: Bool) {
        #expect(EntityTagList(field).matchesWeakly("\"a-br\"") == expected)
    }

    @Test(
        arguments: [
            ("*", true), ("\"a-br\"", true), ("\"x\", \"a-br\"", true), ("W/\"a-br\"", false),
            ("W/\"a-br\", \"a-br\"", true), ("\"a\"", false), ("", false),
        ])
    func aWeakTagIsNotOfTheSameBytes(field: String, expected: Bool) {
        #expect(EntityTagList(field).matchesStrongly("\"a-br\"") == expected)
    }

    @Test func readsNoEndlessList() {
        let others = String(repeating: "\"x\",", count: 64)
        #expect(!EntityTagList(others + "\"a\"").matchesWeakly("\"a\""))
        #expect(EntityTagList(String(others.dropFirst(4)) + "\"a\"").matchesWeakly("\"a\""))
    }
}
