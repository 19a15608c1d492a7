import Testing

@testable import EmbeddedServer

@Suite struct PureTests {
    @Test(arguments: [
        ("10.11.6", [10, 11, 6] as [Int]?), ("10.11.6-MariaDB-0+deb12u1", [10, 11, 6]), ("11.4.2\n", [11, 4, 2]),
        ("", nil), ("10", nil), ("10.11", nil), ("10.11.", nil), ("a.b.c", nil), ("10..6", nil),
        ("99999999999999999999.1.1", nil),
    ])
    func versionsAreThreeNumbers(text: String, expected: [Int]?) {
        #expect(ServerVersion(text).map { [$0.major, $0.minor, $0.patch] } == expected)
    }

    @Test func versionsAreFoundInWhatProgramsAndServersSay() {
        let output = "mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)\n"
        #expect(ServerVersion(programOutput: output)?.description == "10.11.19")
        #expect(ServerVersion(programOutput: "Ver") == nil)
        #expect(ServerVersion(greeting: "5.5.5-10.11.19-MariaDB")?.description == "10.11.19")
        #expect(ServerVersion(greeting: "11.4.2-MariaDB")?.description == "11.4.2")
    }

    @Test func onlyAnOlderSeriesIsADowngrade() {
        let data = ServerVersion(major: 10, minor: 11, patch: 6)
        #expect(!data.isTooNew(for: ServerVersion(major: 10, minor: 11, patch: 5)))
        #expect(!data.isTooNew(for: ServerVersion(major: 10, minor: 11, patch: 6)))
        #expect(!data.isTooNew(for: ServerVersion(major: 11, minor: 4, patch: 0)))
        #expect(data.isTooNew(for: ServerVersion(major: 10, minor: 6, patch: 20)))
        #expect(data.isTooNew(for: ServerVersion(major: 9, minor: 12, patch: 0)))
    }

    @Test func greetingsAreUnderstoodAndErrorsAreNone() {
        let header: [UInt8] = [0, 0, 0, 0]
        #expect(Greeting.version(in: header + [10] + Array("10.11.2-MariaDB".utf8) + [0, 1, 2])?.minor == 11)
        #expect(Greeting.version(in: header + [0xff] + Array("10.11.2".utf8)) == nil)
        #expect(Greeting.version(in: header) == nil)
        #expect(Greeting.version(in: []) == nil)
    }

    @Test func aSocketTooLongForTheKernelGoesToAShortDirectory() throws {
        let nameBytes = "/server.sock".utf8.count
        let longest = "/" + String(repeating: "d", count: ServerLayout.socketPathLimitBytes - nameBytes - 1)
        let fits = try ServerLayout(directory: longest, temporaryDirectory: "/tmp", user: 7)
        #expect(fits.shortDirectory == nil)
        #expect(fits.socket.utf8.count == 107)
        let short = try ServerLayout(directory: longest + "d", temporaryDirectory: "/tmp", user: 7)
        #expect(short.socket.hasPrefix("/tmp/mariadb-7-"))
        #expect(
            short.socket == (try ServerLayout(directory: longest + "d", temporaryDirectory: "/tmp", user: 7)).socket)
        #expect(
            short.socket != (try ServerLayout(directory: longest + "e", temporaryDirectory: "/tmp", user: 7)).socket)
        #expect(throws: EmbeddedServerError.self) {
            try ServerLayout(directory: longest + "d", temporaryDirectory: longest, user: 7)
        }
    }

    @Test func filesAppearWholeAndTheirEndsAreRead() async throws {
        try await ServerDirectory.with { directory in
            let real = try PrivateDirectory.prepare(directory.path)
            try TextFile.write("abcdef", to: real + "/file")
            #expect(try TextFile.tail(of: real + "/file", limitBytes: 3) == "def")
            #expect(try TextFile.tail(of: real + "/file", limitBytes: 6) == "abcdef")
            #expect(try TextFile.tail(of: real + "/file", limitBytes: 7) == "abcdef")
            #expect(try TextFile.tail(of: real + "/none", limitBytes: 7) == "")
            #expect(DirectoryListing.names(in: real) == ["file"])
            try DirectoryListing.removeTree(real)
            #expect(!TextFile.exists(real))
        }
    }
}
