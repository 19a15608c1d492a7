import Testing
import Yams

@testable import Settings

@Suite struct ConfigurationKeyTests {
    static let described = ConfigurationKey.all.filter { $0.type != .refusedSecret }

    @Test func noKeyStandsTwiceInTheTable() {
        let paths = ConfigurationKey.all.map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(!paths.isEmpty)
    }

    @Test(arguments: described) func everyExampleIsRight(key: ConfigurationKey) throws {
        let node = try #require(try Yams.compose(yaml: key.example))
        _ = try key.type.read(node)
    }

    @Test(arguments: described) func everyDefaultIsRightAndNoneIsGivenWhereAValueIsRequired(key: ConfigurationKey) {
        #expect((key.standardValue != nil) == (key.standard != nil))
        #expect(!(key.isRequired && key.standard != nil))
    }

    @Test(arguments: described) func theExampleShowsMoreThanTheDefault(key: ConfigurationKey) {
        #expect(key.example != key.standard || key.path == "games[].user")
    }
}
