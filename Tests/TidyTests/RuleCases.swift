extension RuleTests.Case {
    static let all: [Self] = shape + access + behaviour + words

    private static let shape: [Self] = [
        Self(
            rule: "a file has at most",
            bad: [lines(301)],
            good: ["", lines(300), lines(300) + "\n"]),
        Self(
            rule: "a line has at most",
            bad: ["// " + String(repeating: "x", count: 118), "let a = 1\n" + String(repeating: "é", count: 121)],
            good: [String(repeating: "é", count: 120)]),
        Self(
            rule: "a function has at most",
            bad: [
                "func a() {\n\(lines(69))\n}", "init(\n    a: Int = { 1 }()\n) {\n\(lines(70))\n}",
                "var a: Int {\n\(lines(69))\n}",
                "struct S {\n  static func < (l: S, r: S) -> Bool {\n\(lines(69))\n  }\n}",
            ],
            good: [
                "func a() {\n\(lines(68))\n}", "protocol P {\n    func a()\n    var b: Int { get }\n}\n\(lines(90))",
                "struct S {\n\(lines(200))\n}", "func a() {\n    let text = \"{\"\n}\n\(lines(90))",
            ]),
        Self(
            rule: "named after what",
            bad: ["struct Other {}", "extension Other {}", "func free() {}", "struct Other { struct Thing {} }"],
            good: ["struct Thing {}", "extension Thing {}", "enum Small {}\nenum Thing {}", "func thing() {}"]),
        Self(
            rule: "small ones beside it",
            bad: ["struct Thing {}\nstruct Big {\n\(lines(39))\n}"],
            good: ["struct Thing {\n\(lines(90))\n}\nstruct Small {\n\(lines(38))\n}"]),
        Self(rule: "placeholder", bad: ["", "\n", "// to come\n"], good: ["func free() {}"]),
        Self(
            rule: "vague name",
            bad: ["struct ThingManager {}", "enum Utils {}", "final class ThingHelper {}"],
            good: ["struct Manage {}", "let helper = 1"]),
    ]

    private static let access: [Self] = [
        Self(
            rule: "public or open",
            bad: ["public struct S {}", "open class C {}", "public import Values", "public(set) var a = 1"],
            good: ["package struct S {}", "open(path, O_RDONLY)", "file.open()", "// public struct", "\"public let\""]),
        Self(
            rule: "every class is final",
            bad: ["class Thing {}", "private class Thing: Base {}"],
            good: [
                "final class Thing {}", "package final class Thing {}", "class func make() {}",
                "protocol P: AnyObject {}",
            ]
        ),
        Self(
            rule: "only what the manifest lets it",
            bad: ["import Other", "package import Other", "import struct Values.Value"],
            good: ["import CThing", "import Foundation", "import Thing", "// import Other"]),
        Self(rule: "nothing imports a program", bad: ["import tool"], good: ["import CThing"]),
        Self(
            rule: "only Storage holds SQL",
            bad: [
                "let a = \"SELECT 1\"", "let a = \"\"\"\n    INSERT INTO thing VALUES (1)\n    \"\"\"",
                "let a = \"UPDATE thing SET a = \\(b)\"",
            ],
            good: [
                "// SELECT 1", "let a = \"select a board\"", "let a = \"SET time_zone = '+00:00'\"",
                "let a = \"'; DROP TABLE players\"",
            ]),
    ]

    private static let behaviour: [Self] = [
        Self(
            rule: "now is a parameter",
            bad: ["let a = Date()", "let a = Date.now", "clock_gettime(CLOCK_REALTIME, &spec)"],
            good: ["let a = Date(timeIntervalSince1970: 0)", "let a = clock.now()", "struct Date {}", "// Date()"]),
        Self(
            rule: "the environment",
            bad: ["getenv(\"HOME\")", "ProcessInfo.processInfo.environment", "CommandLine.arguments"],
            good: ["let a = environment[\"HOME\"]"]),
        Self(
            rule: "programs only print",
            bad: ["print(1)", "func a() { debugPrint(self) }"],
            good: ["printer.print(1)", "func print(_ text: String) {}", "let print = 1"]),
        Self(
            rule: "can trap or swallow",
            bad: [
                "let a = b!", "let a = b()!.c", "let a = b[0]!", "let a: Int! = 1", "let a = try! b()",
                "let a = try? b()",
                "let a = b as! Int", "fatalError(\"no\")", "let a = \"\\(b!)\"", "// why\nlet a = b!",
            ],
            good: [
                "let a = b!  // it was just put there", "a != b", "a !== b", "if !a {}", "f(!a)", "\"wow!\"", "// wow!",
                "let a = try b()", "let a: Int? = b", "let a = try? b()  // absence is the answer",
            ]),
        Self(
            rule: "unchecked safety",
            bad: [
                "struct A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 1",
                "// why\n\nnonisolated(unsafe) var a = 1",
            ],
            good: [
                "// Only the queue touches it.\nnonisolated(unsafe) var a = 1",
                "struct A: @unchecked Sendable {}  // immutable",
            ]
        ),
        Self(
            rule: "no loose tasks",
            bad: [
                "Task { await a() }", "Task(priority: .low) { }", "Task.detached { }",
                "let a = Task<Void, Never>.detached {}\nTask {}",
            ],
            good: ["withTaskGroup(of: Void.self) { }", "try Task.checkCancellation()", "func add(_ task: Task) {}"]),
    ]

    private static let words: [Self] = [
        Self(
            rule: "says what it is",
            bad: [
                "package struct A {}", "package func a() {\n}", "/// Text.\n\npackage let b = 1\npackage enum A {}",
                "// A comment.\npackage static func a() {\n}", "package protocol P {}",
            ],
            good: [
                "/// A thing.\npackage struct A {}", "/// Does.\n@discardableResult\npackage func a() {\n}",
                "/// A.\n@available(*, unavailable)\npackage func a() {\n}", "package func a() { 1 }",
                "package static func < (a: A, b: A) -> Bool {\n}", "extension A: P {\n    package func a() {\n    }\n}",
                "package init() {\n}", "struct A {}", "package func required() {\n}", "package import Values",
            ]),
        Self(
            rule: "left to be done",
            bad: ["// TO" + "DO: later", "let a = 1  // FIX" + "ME", "/* XX" + "X */"],
            good: ["let todo = 1", "// todos are listed", "\"TO" + "DO\""]),
    ]

    private static func lines(_ count: Int) -> String {
        (0..<count).map { "    let line\($0) = 0" }.joined(separator: "\n")
    }
}
