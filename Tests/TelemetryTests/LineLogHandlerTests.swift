import Foundation
import Logging
import Testing

@testable import Telemetry

@Suite struct LineLogHandlerTests {
    let lines = RecordedLines()

    @Test func aTextLineHasTimeLevelLabelMessageAndSortedFields() {
        lines.logger(.text).info("reading stored", metadata: .keyed([.slot: "1", .board: "sim-1/main"]))
        #expect(
            lines.all == ["2026-11-20T12:03:00.007Z INFO    crawler reading stored board=sim-1/main slot=1\n"])
    }

    @Test func aJSONLineHasTheSame() {
        lines.logger(.json).info("reading stored", metadata: .keyed([.slot: "1", .board: "sim-1/main"]))
        #expect(
            lines.all == [
                #"{"time":"2026-11-20T12:03:00.007Z","level":"info","label":"crawler","message":"reading stored","#
                    + #""board":"sim-1/main","slot":"1"}"# + "\n"
            ])
    }

    @Test func numbersAndTruthStayThemselvesInJSON() throws {
        lines.logger(.json).warning(
            "slow",
            metadata: [
                "duration_ms": .stringConvertible(12), "share": .stringConvertible(0.5),
                "rows": .stringConvertible(Int64.max), "final": .stringConvertible(true),
                "nothing": .stringConvertible(Double.nan),
            ])
        let line = try #require(lines.all.first)
        #expect(line.contains(#""duration_ms":12,"#))
        #expect(line.contains(#""share":0.5,"#) || line.hasSuffix(#""share":0.5}"# + "\n"))
        #expect(line.contains(#""rows":9223372036854775807,"#))
        #expect(line.contains(#""final":true,"#))
        #expect(line.contains(#""nothing":"nan","#))
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
    }

    @Test func innerDictionariesAreFlattened() {
        let logger = lines.logger(.text)
        logger.info("m", metadata: ["upstream": ["name": "sim", "code": .stringConvertible(503)]])
        #expect(lines.all[0].hasSuffix("crawler m upstream.code=503 upstream.name=sim\n"))
    }

    @Test func listsAreWrittenInOrder() throws {
        let metadata: Logger.Metadata = ["boards": ["a b", "c", ["k": "v"]]]
        lines.logger(.text).info("m", metadata: metadata)
        lines.logger(.json).info("m", metadata: metadata)
        #expect(lines.all[0].hasSuffix(#" boards=["a b",c,{k=v}]"# + "\n"))
        #expect(lines.all[1].hasSuffix(#","boards":["a b","c",{"k":"v"}]}"# + "\n"))
    }

    @Test func metadataCannotTakeTheNameOfAFieldOfTheLine() throws {
        lines.logger(.json).info("real", metadata: ["message": "forged", "level": "critical"])
        let object = try JSONSerialization.jsonObject(with: Data(lines.all[0].utf8)) as? [String: String]
        #expect(object?["message"] == "real")
        #expect(object?["message_"] == "forged")
        #expect(object?["level"] == "info")
        #expect(object?["level_"] == "critical")
    }

    @Test(arguments: LogFormat.allCases)
    func nothingLoggedCanEndALine(format: LogFormat) {
        let hostile = "a\nb\rc\u{1B}[2J\u{2028}\u{202E}\u{85}\u{0}\"="
        lines.logger(format, label: hostile).info("\(hostile)", metadata: ["k\n\u{7}": .string(hostile)])
        let line = lines.all[0]
        #expect(line.hasSuffix("\n"))
        let forbidden = line.dropLast().unicodeScalars.filter {
            $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || [0x2028, 0x202E].contains($0.value)
        }
        #expect(forbidden.isEmpty)
    }

    @Test func whatIsWrittenAsJSONIsReadBackTheSame() throws {
        let hostile = "a\nb\\n\r\t\u{1B}\u{2028}\u{202E}\u{85}\"=名前😀"
        lines.logger(.json).info("\(hostile)", metadata: ["k": .string(hostile)])
        let object = try JSONSerialization.jsonObject(with: Data(lines.all[0].utf8)) as? [String: String]
        #expect(object?["message"] == hostile)
        #expect(object?["k"] == hostile)
    }

    @Test func aLoggedErrorStandsUnderItsKey() {
        struct Failure: Error, CustomStringConvertible { let description = "no route" }
        let logger = lines.logger(.text)
        logger.error("crawl failed", error: Failure(), metadata: [:])
        #expect(lines.all[0].hasSuffix(#" ERROR   crawler crawl failed error="no route""# + "\n"))
    }

    @Test func theEventWinsOverTheProviderAndTheProviderOverTheLogger() {
        var handler = LineLogHandler(
            label: "l", format: .text, sink: LineSink { _ in }, now: { RecordedLines.unixMilliseconds })
        handler[metadataKey: "a"] = "logger"
        #expect(handler[metadataKey: "a"] == "logger")

        let sink = lines
        var logger = sink.logger(.text)
        logger.handler.metadataProvider = Logger.MetadataProvider { ["b": "provider", "c": "provider"] }
        logger[metadataKey: "a"] = "logger"
        logger[metadataKey: "b"] = "logger"
        logger[metadataKey: "c"] = "logger"
        logger.info("m", metadata: ["c": "event"])
        #expect(lines.all[0].hasSuffix(" m a=logger b=provider c=event\n"))
    }

    @Test func keyedLoggersAddTheirValue() {
        let logger = lines.logger(.text).keyed(.board, "sim-1/main")
        #expect(logger[.board] == "sim-1/main")
        logger.info("m")
        #expect(lines.all[0].hasSuffix(" m board=sim-1/main\n"))
    }

    @Test func linesBelowTheLevelAreLeftOut() {
        let logger = lines.logger(.text, level: .warning)
        logger.info("no")
        logger.warning("yes")
        #expect(lines.all.count == 1)
        #expect(lines.all[0].contains(" WARNING crawler yes"))
    }
}
