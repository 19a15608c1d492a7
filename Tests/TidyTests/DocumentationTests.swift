import Foundation
import Testing

/// The handbook against the code.
struct DocumentationTests {
    let repository: Repository

    init() throws { repository = try Repository.current.get() }

    @Test func everyCommandIsDocumented() throws {
        let page = try #require(try repository.text("Docs/commands.md"))
        let commands = commandNames(of: "borderline")
        #expect(commands.contains("up"), "no command found: is commandName: still how they are named?")
        for command in commands {
            #expect(page.contains("`\(command)") || page.contains(" \(command)`"), "\(command) is not in commands.md")
        }
    }

    @Test func everyCommandNamesItself() {
        for file in repository.swiftFiles where file.area == .program {
            let configured = file.code.filter { $0.isWord("CommandConfiguration") }.count
            let named = file.code.filter { $0.isWord("commandName") }.count
            #expect(configured == 0 || named > 0, "\(file.path): a command without commandName")
        }
    }

    @Test func everyProgramOfTheCrontabIsACommand() throws {
        let crontab = try #require(try repository.text("Cron/borderline.crontab"))
        let lines = crontab.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.contains("=") }
        #expect(!lines.isEmpty)
        let commands = commandNames(of: "borderline")
        for line in lines {
            let fields = line.split { $0 == " " || $0 == "\t" }
            #expect(fields.count >= 7, "a schedule of five fields, the program and its command: \(line)")
            #expect(fields.dropFirst(5).first == "borderline", "another program: \(line)")
            #expect(fields.dropFirst(6).first.map { commands.contains(String($0)) } == true, "no command: \(line)")
        }
    }

    @Test func linksLeadSomewhere() throws {
        var pages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"]
        pages += try repository.files(below: "Docs").filter { $0.hasSuffix(".md") }
        for page in pages {
            let text = try #require(try repository.text(page), "\(page) is missing")
            let folder = (page as NSString).deletingLastPathComponent
            for target in links(in: text) where !target.contains("://") && !target.hasPrefix("#") {
                let path = target.split(separator: "#").first.map(String.init) ?? target
                let resolved = (folder as NSString).appendingPathComponent(path)
                let isThere = repository.has(resolved)
                #expect(isThere, "\(page) links to \(target)")
            }
        }
    }

    @Test func everyTargetIsOnTheMap() throws {
        let page = try #require(try repository.text("Docs/architecture.md"))
        for target in repository.manifest.libraries + repository.manifest.programs {
            #expect(page.contains("`\(target)`"), "\(target) is not in architecture.md")
        }
    }

    @Test func findsLinks() {
        #expect(links(in: "a [b](c.md) and ![d](e.png \"f\"), [g](https://h#i)") == ["c.md", "e.png", "https://h#i"])
    }

    private func commandNames(of program: String) -> [String] {
        repository.swiftFiles.filter { $0.target == program }.flatMap { file in
            file.tokens.indices.dropLast(2).compactMap { index in
                guard file.tokens[index].isWord("commandName"), file.tokens[index + 1].isSymbol(":") else { return nil }
                return file.tokens[index + 2].kind == .string ? file.tokens[index + 2].text : nil
            }
        }
    }

    /// What stands in the parentheses of Markdown links and pictures, titles left out.
    private func links(in text: String) -> [String] {
        text.components(separatedBy: "](").dropFirst().compactMap { rest in
            rest.prefix { $0 != ")" }.split(separator: " ").first.map(String.init)
        }
    }
}
