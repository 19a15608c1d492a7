import Foundation
import Testing

@testable import Settings

/// Each test has a folder of its own with the files it names, each with its own title.
@Suite final class ConfigurationLoaderTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ name: String, _ text: String? = nil) throws {
        try Data((text ?? "site: {title: \(name)}").utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    private func loader(_ environment: [String: String] = [:]) -> ConfigurationLoader {
        ConfigurationLoader(
            environment: environment, workingDirectory: folder, systemFile: folder + "/system.yaml")
    }

    @Test func looksInItsOrder() throws {
        #expect(try loader().load().site.title == "Borderline")
        #expect(try loader().load().file == nil)
        try write("system.yaml")
        #expect(try loader().load().site.title == "system.yaml")
        try write("borderline.yaml")
        #expect(try loader().load().site.title == "borderline.yaml")
        try write("named.yaml")
        #expect(try loader(["BORDERLINE_CONFIG": "named.yaml"]).load().site.title == "named.yaml")
        #expect(try loader(["BORDERLINE_CONFIG": ""]).load().site.title == "borderline.yaml")
        try write("given.yaml")
        let given = try loader(["BORDERLINE_CONFIG": "named.yaml"]).load(file: "given.yaml")
        #expect(given.site.title == "given.yaml")
        #expect(given.file == folder + "/given.yaml")
    }

    @Test func pathsStartAtTheFolderOfTheFile() throws {
        try write("sub/borderline.yaml")
        #expect(try loader().load(file: "./sub/borderline.yaml").data == folder + "/sub/data")
        #expect(try loader().load(file: folder + "/sub/borderline.yaml").output == folder + "/sub/Output")
    }

    @Test func withoutAFilePathsStartAtTheWorkingDirectory() throws {
        #expect(try loader().load().data == folder + "/data")
    }

    @Test func aNamedFileThatIsNotThereIsAProblem() {
        let byOption = #expect(throws: ConfigurationError.self) { try loader().load(file: "x.yaml") }
        #expect(
            byOption?.description
                == "\(folder)/x.yaml: does not exist, but --config names it. Create it, or leave --config out.")
        let byVariable = #expect(throws: ConfigurationError.self) {
            try loader(["BORDERLINE_CONFIG": "/x.yaml"]).load()
        }
        #expect(byVariable?.problems.map(\.kind) == [.unreadableFile])
        #expect(byVariable?.description.contains("$BORDERLINE_CONFIG") == true)
    }

    @Test func aDirectoryIsAProblem() {
        let error = #expect(throws: ConfigurationError.self) { try loader().load(file: "sub") }
        #expect(error?.problems.map(\.kind) == [.unreadableFile])
    }

    @Test func aFileThatIsNotUTF8IsAProblem() throws {
        try Data([0x61, 0xFF]).write(to: URL(fileURLWithPath: folder + "/borderline.yaml"))
        let error = #expect(throws: ConfigurationError.self) { try loader().load() }
        #expect(error?.problems.map(\.wrong) == ["is not UTF-8 text"])
    }

    @Test func aFileBeyondTheLimitIsAProblem() throws {
        try write("borderline.yaml", String(repeating: "#", count: ConfigurationLoader.limitBytes))
        _ = try loader().load()
        try write("borderline.yaml", String(repeating: "#", count: ConfigurationLoader.limitBytes + 1))
        let error = #expect(throws: ConfigurationError.self) { try loader().load() }
        #expect(error?.problems.map(\.wrong) == ["has more than 1000000 bytes"])
    }

    @Test func problemsOfTheFileNameIt() throws {
        try write("borderline.yaml", "\nlog: {level: loud}")
        let error = #expect(throws: ConfigurationError.self) { try loader().load() }
        #expect(error?.description.hasPrefix("\(folder)/borderline.yaml:2: log.level: is \"loud\".") == true)
    }
}
