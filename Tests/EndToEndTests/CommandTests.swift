import Foundation
import Rankings
import Testing

/// What a person sees at the command line.
@Suite struct CommandTests {
    @Test func versionAndHelpEndWithZero() throws {
        let house = try House()
        #expect(try house.output(["--version"]) == "0.1.0\n")
        for command in [
            "up", "tick", "crawl", "forecast", "publish", "serve", "history", "dump", "database", "backup", "restore",
            "upstream", "runs", "cron", "doctor",
        ] {
            #expect(try house.output([command, "--help"]).contains("USAGE: borderline \(command)"))
        }
    }

    @Test(arguments: [
        ["nonsense"], ["tick", "--nonsense"], ["publish", "--as-of", "yesterday", "sim-1"],
        ["publish", "--as-of", "0"],
    ])
    func wrongUsageEndsWithTwo(arguments: [String]) throws {
        let finished = try House().borderline(arguments)
        #expect(finished.status == 2)
        #expect(finished.errors.contains("Usage") || finished.errors.contains("rror"))
    }

    @Test func wrongConfigurationNamesFileLineAndKey() throws {
        let house = try House()
        try "data: ./data\nlistne: { port: 1 }\n".write(
            to: house.folder.appendingPathComponent("borderline.yaml"), atomically: true, encoding: .utf8)
        let finished = try house.borderline(["tick"])
        #expect(finished.status == 2)
        #expect(finished.errors.contains("borderline.yaml:2"))
        #expect(finished.errors.contains("listne") && finished.errors.contains("listen"))
    }

    @Test func upstreamThatIsDownMeansTryLater() throws {
        let house = try House()
        try house.configure(game: "sim", followsClock: false)
        let finished = try house.borderline(["tick"])
        #expect(finished.status == 75, "\(finished.errors)")
        #expect(house.published("manifest.json") != nil)
    }

    @Test func defaultsDoWithoutAFile() throws {
        let house = try House()
        let finished = try house.borderline(["tick"])
        #expect(finished.status == 0, "\(finished.errors)")
    }

    @Test func doctorSaysWhatToMend() throws {
        let house = try House()
        try house.configure(game: "sim", followsClock: false)
        let ill = try house.borderline(["doctor"])
        #expect(ill.status == 1)
        #expect(ill.output.contains("wrong upstream sim"))
        #expect(ill.output.contains("ok    database"))
        try house.startSimulator([])
        try house.configure(game: "sim", followsClock: false)
        let well = try house.borderline(["doctor"])
        #expect(well.status == 0, "\(well.output)")
    }

    @Test func everyJobRunsOnceByHand() throws {
        let house = try House()
        let starts = Instant(unixSeconds: 1_767_247_200)
        try house.startSimulator(["--epoch", "\(starts)", "--start-at", "\(starts + .hours(5))", "--speed", "max"])
        try house.configure(game: "sim")
        #expect(try house.output(["crawl"]) == "changed: 1\n")
        let again = try house.borderline(["crawl"])
        #expect(again.status == 75)
        #expect(again.output == "claimed by another process: 1\n")
        #expect(try house.output(["forecast"]) == "forecasts made: 1\n")
        #expect(try house.output(["publish"]) == "editions published: 1\n")
        #expect(house.published("e/sim-1/main/latest.json") != nil)
        #expect(try house.rows(["history", "boards"]).map { $0["board"] }.contains("sim-1/main"))
        #expect(try house.output(["database", "status"]).contains("initial"))
        let series = ["history", "series", "sim-1", "--rank", "1"]
        let best = try house.rows(["history", "standing", "sim-1"]).first?["score"]
        #expect(try house.rows(series).last?["score"] == best)
        #expect(try house.output(series + ["--format", "json"]).hasSuffix("\"name\":null}\n]\n"))
        #expect(try house.output(series + ["--format", "csv"]).hasPrefix("slot,rank,score,name\n"))
        #expect(try house.output(series + ["--plot"]).contains("│"))
        #expect(try house.output(["history", "gaps", "sim-1"]) == "from  to  slots  outcome  reason\n")
        #expect(try house.borderline(["history", "series", "sim-1", "--rank", "99999999"]).status == 1)
    }

    @Test func modelsAreFittedListedAndChosen() throws {
        let house = try House()
        #expect(try house.output(["forecast", "fit"]) == "too few events have finished to judge by\n")
        let versions = try house.output(["forecast", "versions", "--format", "csv"])
        #expect(
            versions == "version,in use,fitted,events,score,score in use,factors\n0,yes,,,,,standard\n")
        #expect(try house.output(["forecast", "promote", "0"]) == "forecasts are made by version 0 from now on\n")
        #expect(try house.output(["forecast", "rollback"]) == "forecasts are made by version 0 again\n")
        for wrong in [["forecast", "promote", "7"], ["forecast", "rollback"]] {
            let finished = try house.borderline(wrong)
            #expect(finished.status == 1)
            #expect(finished.errors.contains("there is no version 7") || finished.errors.contains("nothing to go back"))
        }
    }

    @Test func embeddedServerIsKeptUntilItIsStopped() throws {
        let house = try House()
        _ = try house.output(["database", "start"])
        #expect(try house.output(["database", "status"]).contains("running"))
        #expect(try house.output(["database", "shell", "--", "-Ne", "SELECT 6 * 7"]) == "42\n")
        _ = try house.output(["database", "stop"])
        #expect(try house.output(["database", "status"]).contains("stopped"))
    }
}
