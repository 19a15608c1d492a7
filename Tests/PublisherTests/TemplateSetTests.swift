import Foundation
import Testing

@testable import Publisher

struct TemplateSetTests {
    private func folder(board: String, script: String = "") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(board, to: "board.mustache")
        try folder.write("{{title}}", to: "index.mustache")
        for page in ["404", "player", "accuracy", "dumps", "feed", "sitemap", "robots", "service-worker"] {
            try folder.write("", to: "\(page).mustache")
        }
        let words = Dictionary(uniqueKeysWithValues: WordKey.allCases.map { ($0.rawValue, $0.rawValue) })
        try folder.write(String(decoding: JSONEncoder().encode(words), as: UTF8.self), to: "words/en.json")
        try folder.write(script, to: "assets/a.js")
        try folder.write("export const x = 1;", to: "assets/b.js")
        return folder
    }

    @Test(arguments: [
        ("<p>\n{{#rows}}\n</p>", "board.mustache:3", "expectedSectionEnd"),
        ("one\ntwo {{scroe}}", "board.mustache:2", "unknown name \"scroe\""),
        ("{{{title}}}", "board.mustache:1", "prints text unescaped; only {{name}} is allowed"),
        ("{{&title}}", "board.mustache:1", "prints text unescaped; only {{name}} is allowed"),
        ("\n\n{{> heda}}", "board.mustache:3", "no template \"heda\" to include"),
        ("\n<link href=\"assets/none.css\">", "board.mustache:2", "no asset \"none.css\""),
    ])
    func namesFileAndLineOfAMistake(_ board: String, _ place: String, _ problem: String) throws {
        let folder = try folder(board: board)
        let error = #expect(throws: PublisherError.self) { try TemplateSet(folder: folder.path) }
        #expect(error?.kind == .template)
        #expect(error?.item == "\(folder.path)/\(place)")
        #expect(error?.problem == problem)
    }

    @Test func aMissingTemplateIsNamed() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: PublisherError.self) { try TemplateSet(folder: folder.path) }
        #expect(error?.description == "\(folder.path)/board.mustache: is missing")
    }

    @Test func everyTextIsEscaped() throws {
        let folder = try folder(board: "<p title=\"{{title}}\">{{name}}</p>")
        var context = PageContext()
        context[.title] = "a\"b'c"
        context[.name] = "<b> & \u{600}<i>"
        let bytes = try TemplateSet(folder: folder.path).render(.board, context)
        #expect(String(decoding: bytes, as: UTF8.self) == #"<p title="a&quot;b&#39;c">&lt;b&gt; &amp; &lt;i&gt;</p>"#)
    }

    @Test func assetsAreNamedByTheirContentAndThatOfTheirImports() throws {
        let folder = try folder(board: "<script src=\"{{base}}assets/a.js\">", script: "import \"./b.js\";")
        let set = try TemplateSet(folder: folder.path)
        let other = try #require(set.assets.files.first { $0.path.hasPrefix("assets/b.") })
        #expect(other.path == "assets/b.\(ContentHash.of(Array("export const x = 1;".utf8))).js")
        let script = try #require(set.assets.files.first { $0.path.hasPrefix("assets/a.") })
        #expect(String(decoding: script.bytes, as: UTF8.self) == "import \"./\(other.path.dropFirst(7))\";")
        let page = String(decoding: try set.render(.board, PageContext()), as: UTF8.self)
        #expect(page == "<script src=\"\(script.path)\">")
        try folder.write("export const x = 2;", to: "assets/b.js")
        let changed = try TemplateSet(folder: folder.path).assets.files.first { $0.path.hasPrefix("assets/a.") }
        #expect(changed?.path != script.path)
    }

    @Test func scriptsThatImportEachOtherAreRefused() throws {
        let folder = try folder(board: "", script: "import \"./b.js\";")
        try folder.write("import \"./a.js\";", to: "assets/b.js")
        let error = #expect(throws: PublisherError.self) { try TemplateSet(folder: folder.path) }
        #expect(error?.problem == "imports itself by way of a.js")
    }

    @Test func theTemplatesThatShipAreSound() throws {
        let renderer = try Fixture.renderer()
        let paths = renderer.assets.map(\.path)
        #expect(paths == paths.sorted())
        let names = paths.map { $0.prefix { $0 != "." } }
        #expect(Set(names).isSuperset(of: ["assets/board", "assets/mark", "assets/page", "assets/words"]))
        let page = String(decoding: try renderer.notFoundPage(), as: UTF8.self)
        #expect(page.contains("There is nothing here"))
    }
}
