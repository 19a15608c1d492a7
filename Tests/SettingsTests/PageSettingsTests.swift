import Testing

@testable import Settings

/// What concerns the pages: their languages, those of players, and where players ask for their removal.
@Suite struct PageSettingsTests {
    @Test(arguments: [
        ("", ["en"]), (", languages: ja", ["ja"]), (", languages: 'zh-Hant  en ko'", ["zh-Hant", "en", "ko"]),
    ])
    func languagesAreRead(_ more: String, _ languages: [String]) throws {
        #expect(try load(game(more)).games[0].languages == languages)
    }

    @Test(arguments: ["en tlh", "ja ja", "english"])
    func otherLanguagesAreRefused(_ languages: String) {
        let found = problems(game(", languages: '\(languages)'"))
        #expect(found.map(\.key) == ["games[0].languages"])
        #expect(found.map(\.kind) == [.outOfRange])
    }

    @Test(arguments: [("", true), (", player_pages: true", true), (", player_pages: false", false)])
    func playersHavePagesUnlessTheyAreSwitchedOff(_ more: String, _ areThere: Bool) throws {
        #expect(try load(game(more)).games[0].hasPlayerPages == areThere)
    }

    @Test(arguments: [
        ("mailto:a@b.example", true), ("https://b.example/removal", true), ("javascript:alert(1)", false),
        ("a@b", false),
    ])
    func aContactIsAnAddress(_ contact: String, _ isGood: Bool) throws {
        let yaml = "site: {contact: '\(contact)'}"
        #expect(problems(yaml).map(\.key) == (isGood ? [] : ["site.contact"]))
        if isGood { #expect(try load(yaml).site.contact == contact) }
    }
}
