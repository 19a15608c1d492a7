import Testing

@testable import MariaDB

@Suite struct PureTests {
    @Test(arguments: [
        (1062, "Duplicate entry 'secret' for key 'PRIMARY'", "Duplicate entry '…' for key 'PRIMARY'"),
        (1062, "Duplicate entry 'it's' for key 'a' for key 'b'", "Duplicate entry '…' for key 'b'"),
        (1062, "Duplicate entry 'odd'", "Duplicate entry '…'"),
        (
            1366, "Incorrect integer value: 'o'hara' for column `s`.`t`.`n` at row 1",
            "Incorrect integer value: '…' for column `s`.`t`.`n` at row 1"
        ),
        (1054, "Unknown column 'x' in 'field list'", "Unknown column 'x' in 'field list'"),
        (9999, "Anything 'secret' at all", "Anything '…' at all"),
        (9999, "One ' alone", "One ' alone"),
        (9999, "", ""),
    ])
    func messagesLoseBoundValues(code: UInt32, message: String, expected: String) {
        #expect(DatabaseError.redacted(message, code: code, isPlainText: false) == expected)
    }

    @Test func aSyntaxErrorShowsTheStatementOnlyWhenItHoldsPlaceholders() {
        let message = "You have an error near 'IDENTIFIED BY hunter2' at line 1"
        #expect(DatabaseError.redacted(message, code: 1064, isPlainText: false).contains("IDENTIFIED"))
        #expect(!DatabaseError.redacted(message, code: 1064, isPlainText: true).contains("hunter2"))
    }

    @Test func operationsAreBoundedAndHideLiteralsOfPlainText() {
        #expect(Operation.plain("CREATE USER u IDENTIFIED BY 'hunter2'") == "CREATE USER")
        #expect(Operation.plain("") == "")
        #expect(Operation.prepared("SELECT\n    1") == "SELECT 1")
        let long = Operation.prepared(String(repeating: "x", count: Operation.statementLimit + 1))
        #expect(long.count == Operation.statementLimit + 1)
        #expect(long.hasSuffix("…"))
    }

    @Test func endpointsNeverShowTheirPassword() {
        let endpoint = Endpoint(
            address: .tcp(host: "db.example", port: 3306), user: "u", password: "hunter2", database: "d",
            tls: .required(certificateAuthorityPath: nil))
        var dumped = ""
        dump(endpoint, to: &dumped)
        #expect("\(endpoint)" == "u@db.example:3306/d with TLS")
        for text in ["\(endpoint)", String(reflecting: endpoint), "\([endpoint])", dumped] {
            #expect(!text.contains("hunter2"))
        }
    }

    @Test(arguments: [
        (Duration.zero, 1 as UInt32), (.milliseconds(1), 1), (.seconds(1), 1), (.milliseconds(1001), 2),
        (.seconds(-5), 1),
        (.seconds(1 << 40), UInt32.max),
    ])
    func timeoutsAreWholeSecondsAndNeverNone(duration: Duration, expected: UInt32) {
        #expect(duration.wholeSeconds == expected)
    }

    @Test func batchesAreCutAtBothLimits() throws {
        let numbers = try Batch([.integers([1, 2, 3, 4, 5])], operation: "x")
        #expect(numbers.chunks(rowLimit: 2, byteLimit: 1000) == [0..<2, 2..<4, 4..<5])
        #expect(numbers.chunks(rowLimit: 5, byteLimit: 1000) == [0..<5])
        #expect(numbers.chunks(rowLimit: 5, byteLimit: 18) == [0..<2, 2..<4, 4..<5])
        #expect(numbers.chunks(rowLimit: 5, byteLimit: 1) == [0..<1, 1..<2, 2..<3, 3..<4, 4..<5])
        #expect(try Batch([.texts([])], operation: "x").chunks.isEmpty)
        #expect(throws: DatabaseError.self) { try Batch([], operation: "x") }
        #expect(throws: DatabaseError.self) { try Batch([.integers([1]), .texts([])], operation: "x") }
    }
}
