import Testing

/// Each rule against text that breaks it and text that keeps it, so that no rule can stop working unseen.
struct RuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let bad: [String]
        let good: [String]
        var testDescription: String { rule }
    }

    @Test(arguments: Case.all)
    func findsWhatBreaksIt(_ sample: Case) throws {
        let rule = try #require(rules.first { $0.name.contains(sample.rule) }, "no rule \(sample.rule)")
        for text in sample.bad {
            #expect(!findings(of: rule, in: text).isEmpty, "not found: \(text.prefix(200))")
        }
        for text in sample.good {
            let found = findings(of: rule, in: text)
            #expect(found.isEmpty, "\(found) in: \(text.prefix(200))")
        }
    }

    @Test func everyRuleHasACase() {
        for rule in rules {
            #expect(Case.all.contains { rule.name.contains($0.rule) }, "\(rule.name) has no bad example")
        }
    }

    @Test func areasOutsideARuleAreLeftAlone() throws {
        let rule = try #require(rules.first { $0.name.contains("programs only print") })
        let file = SourceFile(path: "Sources/tool/Tool.swift", target: "tool", area: .program, text: "print(1)")
        #expect(rule.findings(in: file).isEmpty)
    }

    @Test func aFindingNamesItsLine() throws {
        let rule = try #require(rules.first { $0.name.contains("can trap") })
        #expect(findings(of: rule, in: "let one = 1\n\nlet two = list.first!").map(\.line) == [3])
    }

    private let rules: [Rule] = {
        let manifest = PackageManifest(
            """
            let package = Package(targets: [
                .systemLibrary(name: "CThing"), library("Values"), library("Thing", ["CThing"]), library("Other"),
                .executableTarget(name: "tool", dependencies: ["Thing", "Values"]),
            ])
            """)
        return Rule.all + Rule.imports(manifest) + [.explained(["required"])]
    }()

    private func findings(of rule: Rule, in text: String) -> [Finding] {
        rule.findings(in: SourceFile(path: "Sources/Thing/Thing.swift", target: "Thing", area: .library, text: text))
    }
}
