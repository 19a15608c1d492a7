import Testing

struct DeclarationTests {
    private static let text = """
        /// A thing.
        package struct Thing {
            package let a: Int
            package private(set) var b: Int = { 1 }()

            init?(_ text: String) { return nil }

            @available(*, deprecated)
            func plain(
                a: Int,
                b: () -> Void = {}
            ) -> Int where Self: Sendable {
                if a > 0 { return a }
                return 0
            }

            var c: Int { 1 }
        }

        extension Thing: CustomStringConvertible {
            package var description: String { "{" }
        }

        protocol Port { func a() async throws; init(b: Int) }
        """

    @Test func findsEachWithItsLines() throws {
        let found = DeclarationReader.declarations(in: Lexer.tokens(of: Self.text))
        let expected = ["struct Thing", "init ", "func plain", "var c", "extension Thing", "var description"]
        #expect(found.map { "\($0.keyword) \($0.name)" } == expected + ["protocol Port", "func a", "init "])
        let plain = try #require(found.first { $0.name == "plain" })
        #expect(plain.firstLine == 8)
        #expect(plain.lastLine == 15)
        #expect(plain.depth == 1)
        #expect(!plain.isDocumented)
        let thing = try #require(found.first)
        #expect(thing.isDocumented)
        #expect(thing.modifiers == ["package"])
        #expect(thing.lastLine == 18)
    }

    @Test func knowsMembersOfConformances() throws {
        let found = DeclarationReader.declarations(in: Lexer.tokens(of: Self.text))
        #expect(try #require(found.first { $0.name == "description" }).isConformance)
        #expect(found.filter(\.isConformance).count == 1)
    }

    @Test func knowsRequirements() {
        let found = DeclarationReader.declarations(in: Lexer.tokens(of: Self.text))
        #expect(found.filter(\.isRequirement).map(\.keyword) == ["func", "init"])
    }

    @Test func requirementsHaveNoBody() {
        let found = DeclarationReader.declarations(
            in: Lexer.tokens(of: "protocol P {\n  func a()\n  func b()\n}\nlet x = { 1 }"))
        #expect(found.filter(\.hasBody).map(\.name) == ["P"])
    }
}
