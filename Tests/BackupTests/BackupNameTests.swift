import Rankings
import Testing

@testable import Backup

@Suite struct BackupNameTests {
    @Test(arguments: [
        ("19700101T000000Z", 0), ("20261121T024947Z", 1_795_229_387), ("20240229T235959Z", 1_709_251_199),
    ])
    func isTheInstantInUTC(text: String, seconds: Int64) throws {
        #expect(BackupName(Instant(unixMilliseconds: seconds * 1000 + 999)).description == text)
        #expect(BackupName(text)?.instant == Instant(unixSeconds: seconds))
    }

    @Test(arguments: [
        "", "20261121", "20261121T024947", "20261121T024947z", "20261131T024947Z", "20260229T000000Z",
        "20261121T240000Z", "20261121T026047Z", "20261121 024947Z", "20261121T02494７Z", "2026112１T024947Z",
        "-0261121T024947Z", "20261121T024947ZZ", "20260021T024947Z", "20261300T024947Z",
    ])
    func textOfAnotherFormIsNone(text: String) {
        #expect(BackupName(text) == nil)
    }
}
