import Foundation
import Testing

@testable import Settings

@Suite struct SecretTests {
    static let base = "database: {socket: /s, name: b, user: b, "

    @Test func aPasswordInTheFileIsRefusedWithAdviceAndNotShown() {
        let found = problems(Self.base + "password: hunter2}")
        #expect(
            found.map(\.description) == [
                "/etc/test/borderline.yaml:1: database.password: would put a secret into this file. "
                    + "Name an environment variable with password_env or a file with password_file instead."
            ])
        #expect(found.map(\.kind) == [.plainSecret])
    }

    @Test(arguments: ["password: ", "password: ~", "password: {a: hunter2}"])
    func noFormOfAPasswordIsTaken(text: String) {
        #expect(problems(Self.base + text + "}").map(\.kind) == [.plainSecret])
    }

    @Test func comesFromTheEnvironment() throws {
        let configuration = try load(Self.base + "password_env: DB}", environment: ["DB": "hunter2"])
        #expect(configuration.database?.password?.reveal() == "hunter2")
    }

    @Test(
        arguments: [
            ("hunter2", "hunter2"), ("hunter2\n", "hunter2"), ("hunter2\r\n", "hunter2"), (" a b ", " a b "),
        ])
    func comesFromAFile(content: String, expected: String) throws {
        try withFile(Data(content.utf8)) { path in
            let configuration = try load(Self.base + "password_file: \(path)}")
            #expect(configuration.database?.password?.reveal() == expected)
        }
    }

    @Test(
        arguments: [
            Data(), Data("\n".utf8), Data([0xFF]), Data("a\nb".utf8),
            Data(repeating: 0x61, count: SecretReader.limitBytes + 1),
        ])
    func aFileWithoutAUsableSecretIsAProblem(content: Data) throws {
        try withFile(content) { path in
            let found = problems(Self.base + "password_file: \(path)}")
            #expect(found.map(\.kind) == [.missingSecret])
            #expect(found.map(\.key) == ["database.password_file"])
        }
    }

    @Test func aMissingFileIsAProblem() {
        let found = problems(Self.base + "password_file: nowhere}")
        #expect(
            found.map(\.description) == [
                "/etc/test/borderline.yaml:1: database.password_file: names a file that cannot be read "
                    + "(/etc/test/nowhere). Create the file, readable by the user of this program alone."
            ])
    }

    @Test(arguments: [[:], ["DB": ""], ["DB": "a\nb"]] as [[String: String]])
    func aVariableWithoutAUsableSecretIsAProblem(environment: [String: String]) {
        let found = problems(Self.base + "password_env: DB}", environment: environment)
        #expect(found.map(\.kind) == [.missingSecret])
        #expect(found.map(\.key) == ["database.password_env"])
    }

    @Test(arguments: ["hunter2!", "2hunter", "''"])
    func whatIsNoNameOfAVariableIsNotShown(text: String) {
        let found = problems(Self.base + "password_env: \(text)}")
        #expect(
            found.map(\.wrong) == ["is no name of an environment variable"])
    }

    @Test(
        arguments: [
            ("{X-Token: TOKEN}", nil, nil),
            ("{X-Token: ABSENT}", .missingSecret, "names a variable for X-Token that is not set or empty"),
            ("{X-Token: 's3cret!'}", .wrongType, "has no name of an environment variable at X-Token"),
            ("{X-Token: [TOKEN]}", .wrongType, "has no name of an environment variable at X-Token"),
            ("{'X Token': TOKEN}", .wrongType, "has a header that is no name of one"),
            ("{X-Token: TOKEN, x-token: TOKEN}", .duplicateKey, "has the header x-token twice"),
            ("[TOKEN]", .wrongType, "holds no headers"),
            (
                "{\((1...21).map { "X-\($0): TOKEN" }.joined(separator: ", "))}", .outOfRange, "has 21 headers"
            ),
        ] as [(String, ConfigurationProblem.Kind?, String?)])
    func headersNameVariables(value: String, kind: ConfigurationProblem.Kind?, wrong: String?) {
        let found = problems(game(", headers_env: \(value)"), environment: ["TOKEN": "abc"])
        #expect(found.map(\.kind) == [kind].compactMap { $0 })
        #expect(found.map(\.wrong) == [wrong].compactMap { $0 })
    }

    @Test func anAddressWithAPasswordIsRefusedAndNotShown() {
        let found = problems("site: {url: 'https://me:hunter2@example.org'}")
        #expect(found.map(\.kind) == [.plainSecret])
        #expect(found.map(\.wrong) == ["holds a user or password"])
    }

    private func withFile(_ content: Data, _ body: (String) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")
        try content.write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try body(url.path)
    }
}
