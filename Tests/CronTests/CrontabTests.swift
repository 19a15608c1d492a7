import Rankings
import Testing

@testable import Cron

@Suite struct CrontabTests {
    @Test func readsEntriesWithTheEnvironmentAboveThem() throws {
        let crontab = try Crontab(
            """
            # every minute

            MAILTO=""
              PATH = /usr/local/bin:/usr/bin
            * * * * * borderline tick
            MAILTO='  ops '
            \t*/5 2-3 * jan sun   echo "a # b"  \n@daily borderline history

            """)
        #expect(crontab.entries.map(\.line) == [5, 7, 8])
        #expect(crontab.entries.map(\.command) == ["borderline tick", "echo \"a # b\"  ", "borderline history"])
        #expect(crontab.entries[0].environment == ["MAILTO": "", "PATH": "/usr/local/bin:/usr/bin"])
        #expect(crontab.entries[1].environment["MAILTO"] == "  ops ")
        #expect(try crontab.entries[1].schedule == CronSchedule("*/5 2-3 * 1 0"))
        #expect(try crontab.entries[2].schedule == CronSchedule("@daily"))
        #expect(crontab.entries.allSatisfy { $0.standardInput == nil })
    }

    @Test(arguments: ["", "\n", "\n\n", "# only a comment\n", "A=b\n"])
    func holdsNothingWithoutEntries(text: String) throws {
        #expect(try Crontab(text).entries.isEmpty)
    }

    @Test(arguments: [
        ("mail joe%Hi,%%bye", "mail joe", "Hi,\n\nbye\n"),
        ("mail joe%Hi%", "mail joe", "Hi\n"),
        ("cat%", "cat", "\n"),
        (#"date +\%s"#, "date +%s", nil),
        (#"date +\%s%in\%put"#, "date +%s", "in%put\n"),
        (#"echo a\b"#, #"echo a\b"#, nil),
        (#"echo \\%x"#, #"echo \\"#, "x\n"),
        ("echo é%e\u{301}", "echo é", "e\u{301}\n"),
    ])
    func splitsTheCommandAtABarePercent(text: String, command: String, input: String?) throws {
        let entry = try #require(try Crontab("* * * * * \(text)\n").entries.first)
        #expect(entry.command == command)
        #expect(entry.standardInput == input)
    }

    @Test func anEqualsSignInACommandMakesNoAssignment() throws {
        let crontab = try Crontab("0 0 * * * LANG=C sort\n@hourly A=b c\n")
        #expect(crontab.entries.map(\.command) == ["LANG=C sort", "A=b c"])
        #expect(crontab.entries[1].environment.isEmpty)
    }

    @Test(arguments: [
        ("* * * * * true", 1, CrontabError.Code.missingFinalNewline, "add one"),
        ("A=b\n* * * * * true", 2, .missingFinalNewline, "newline"),
        ("\n* * * * * true\r\n", 2, .strayControlCharacter, "carriage return"),
        ("* * * * * tr\0ue\n", 1, .strayControlCharacter, "NUL"),
        ("#\n#\n61 * * * * true\n", 3, .badField, "minute \"61\""),
        ("* * * * true\n", 1, .badField, "day of week \"true\""),
        ("* * true\n", 1, .badSchedule, "3 of five fields"),
        ("@sometimes true\n", 1, .badSchedule, "@sometimes"),
        ("* * * * *\n", 1, .missingCommand, "command"),
        ("* * * * *  \n", 1, .missingCommand, "command"),
        ("@daily\n", 1, .missingCommand, "command"),
        ("@daily %x\n", 1, .missingCommand, "before the first %"),
        ("9A=b\n", 1, .badAssignment, "9A"),
        ("=b\n", 1, .badAssignment, "name"),
        ("A-B=c\n", 1, .badAssignment, "A-B"),
        ("A=\"b\n", 1, .badAssignment, "add \""),
        ("A='\n", 1, .badAssignment, "add '"),
        ("A B=c\n", 1, .badSchedule, "2 of five fields"),
    ])
    func namesTheLineAndTheRemedy(text: String, line: Int, code: CrontabError.Code, part: String) {
        let error = #expect(throws: CrontabError.self) { try Crontab(text) }
        #expect(error?.line == line)
        #expect(error?.code == code)
        #expect(error?.description.hasPrefix("line \(line): ") == true)
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [(998, true), (999, false)])
    func takesCommandsAsLongAsCronDoes(length: Int, isAccepted: Bool) throws {
        let text = "* * * * * " + String(repeating: "x", count: length) + "\n"
        if isAccepted {
            #expect(try Crontab(text).entries.first?.command.utf8.count == length)
        } else {
            let error = #expect(throws: CrontabError.self) { try Crontab(text) }
            #expect(error?.code == .tooLong)
        }
    }

    @Test(arguments: [(997, true), (998, false)])
    func takesValuesAsLongAsItSays(length: Int, isAccepted: Bool) {
        let text = "A=" + String(repeating: "x", count: length) + "\n"
        let error = isAccepted ? nil : CrontabError.Code.tooLong
        var found: CrontabError.Code?
        do { _ = try Crontab(text) } catch { found = error.code }
        #expect(found == error)
    }
}
