import Foundation
import Rankings
import Testing

@testable import Publisher

/// The pages in the languages that ship, and what a catalogue must have.
struct LanguageTests {
    static let codes = ["en", "ja", "ko", "zh-Hans", "zh-Hant"]

    @Test func everyCatalogueThatShipsHasTheSameKeysAndNames() throws {
        let set = try CatalogueSet(folder: "\(Fixture.templates)/words")
        #expect(set.catalogues.keys.map(\.rawValue).sorted() == Self.codes)
    }

    /// Words that scripts ask for stand in quotes, so that they are found and published.
    @Test func scriptsAskForNothingThatIsNotThere() throws {
        let texts = try Fixture.words("en").texts
        let folder = URL(filePath: "\(Fixture.templates)/assets")
        var asked = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".js") {
            let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for match in source.matches(of: /\bt\("([a-z0-9.]+)"/) {
                asked += 1
                #expect(texts[String(match.1)] != nil, "\(name) asks for \(match.1)")
            }
            #expect(
                source.firstMatch(of: /\bt\([^")]*[`?]/) == nil, "\(name) asks for words whose key is not in quotes")
        }
        #expect(asked > 50)
    }

    @Test func eachLanguageHasAPageOfItsOwn() throws {
        var fixture = Fixture()
        fixture.languages = ["ja", "en", "zh-Hant"].map(Language.init)
        let pages = try Fixture.renderer().boardPages(fixture.edition)
        #expect(
            pages.map(\.path) == [
                "e/sekai-jp-210/main/index.html", "e/sekai-jp-210/main/en/index.html",
                "e/sekai-jp-210/main/zh-hant/index.html",
            ])
        let japanese = String(decoding: pages[0].bytes, as: UTF8.self)
        for text in [
            #"<html lang="ja""#, ">ランキング<", "12:03:00 UTC のデータ、直近1時間は 60 分中 60 分を取得。", "11月20日",
            #"<link rel="alternate" hreflang="en" href="/e/sekai-jp-210/main/en/">"#,
            #"href="/e/sekai-jp-210/chapter-1/""#, #"data-folder="/e/sekai-jp-210/main/""#, "assets/words-ja.",
        ] {
            #expect(japanese.contains(text), "\(text)")
        }
        let english = String(decoding: pages[1].bytes, as: UTF8.self)
        #expect(english.contains(#"href="/e/sekai-jp-210/chapter-1/en/""#))
        #expect(english.contains(#"<a class="brand" href="/en/">"#))
        #expect(english.contains(#"lang="ja">日本語</a>"#))
        let chinese = String(decoding: pages[2].bytes, as: UTF8.self)
        #expect(chinese.contains(#"<html lang="zh-Hant" data-words="/assets/words-zh-hant."#))
    }

    @Test func oneLanguageAloneHasNoMenu() throws {
        #expect(try !Fixture().page().contains("hreflang"))
    }

    @Test func aLanguageWithoutWordsIsRefused() throws {
        var fixture = Fixture()
        fixture.languages = [Language(rawValue: "tlh")]
        let error = #expect(throws: PublisherError.self) { try Fixture.renderer().boardPages(fixture.edition) }
        #expect(error?.item == "words/tlh.json")
    }

    @Test(arguments: [
        ("", ""), ("x", ""), ("{n}", "n"), ("{n} h", "n"), ("x {n}{m} {n}", "m n"),
    ])
    func findsNamesWhereverTheyStand(_ text: String, _ names: String) {
        #expect(Catalogue.names(in: text).sorted().joined(separator: " ") == names)
    }

    @Test(arguments: [
        (#"{"a":"x","b":"y {n}"}"#, #"{"a":"x"}"#, #"lacks "b""#),
        (#"{"a":"x"}"#, #"{"a":"x","b":"y"}"#, #"has "b", which en.json lacks"#),
        (#"{"a":"x {n}"}"#, #"{"a":"x {m}"}"#, #"has other names in "a" than en.json"#),
        (#"{"a":"x"}"#, "[]", "is no object of texts"),
    ])
    func aCatalogueThatDiffersIsRefused(_ english: String, _ other: String, _ problem: String) throws {
        let folder = try TemporaryFolder()
        let all = Dictionary(uniqueKeysWithValues: WordKey.allCases.map { ($0.rawValue, "x") })
        for (name, own) in [("en", english), ("ja", other)] {
            let added = try? JSONDecoder().decode([String: String].self, from: Data(own.utf8))
            let bytes = try added.map { try JSONEncoder().encode(all.merging($0) { _, new in new }) } ?? Data(own.utf8)
            try folder.write(String(decoding: bytes, as: UTF8.self), to: "\(name).json")
        }
        let error = #expect(throws: PublisherError.self) { try CatalogueSet(folder: folder.path) }
        #expect(error?.problem == problem)
        #expect(error?.item.hasSuffix("ja.json") == true)
    }

    @Test(arguments: [
        ("[[column.rank]]", "Rank"), ("a [[hours|n={{hours}}]] b", "a {{hours}} h b"),
        ("[[border.near|median=<b>{{median}}</b>]]", "near <b>{{median}}</b>"), ("[[code]]", "en"),
        ("[[folder]]", "en"), ("plain", "plain"),
    ])
    func putsWordsIntoATemplate(_ source: String, _ result: String) throws {
        #expect(try TemplateWords(catalogue: Fixture.words("en"), path: "x").resolve(source) == result)
    }

    @Test(arguments: [
        ("\n[[nothing]]", "x:2", #"no words "nothing""#), ("[[hours]]", "x:1", #""hours" wants other names: "{n} h""#),
        ("[[hours|m=1]]", "x:1", #""hours" wants other names: "{n} h""#),
        ("[[hours", "x:1", #"a "[[" that does not close"#),
        ("[[hours|n]]", "x:1", #""n" without "=""#),
    ])
    func saysWhatIsWrongWithATemplate(_ source: String, _ item: String, _ problem: String) throws {
        let words = try Fixture.words("en")
        let error = #expect(throws: PublisherError.self) {
            try TemplateWords(catalogue: words, path: "x").resolve(source)
        }
        #expect(error?.item == item)
        #expect(error?.problem == problem)
    }
}
