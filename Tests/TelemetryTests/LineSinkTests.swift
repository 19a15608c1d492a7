import Foundation
import Testing

@testable import Telemetry

@Suite struct LineSinkTests {
    @Test func linesOfManyWritersStayWhole() async throws {
        // Closed on exec: a server that another test starts meanwhile would hold the pipe open, and its end never come.
        var ends: [Int32] = [-1, -1]
        try #require(pipe2(&ends, O_CLOEXEC) == 0)
        let reading = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        let descriptor = ends[1]
        let sink = LineSink { LineSink.writeWhole($0, to: descriptor) }
        let line = String(repeating: "x", count: 10_000)
        let reader = Task.detached { reading.readDataToEndOfFile() }
        await withTaskGroup { group in
            for writer in 0..<8 {
                group.addTask { for _ in 0..<20 { sink.append("\(writer)" + line) } }
            }
        }
        close(descriptor)
        let lines = String(decoding: await reader.value, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 160)
        #expect(lines.allSatisfy { $0.count == 10_001 })
    }

    @Test func aLineForAClosedDescriptorIsDropped() {
        LineSink.writeWhole(Array("lost\n".utf8), to: -1)
    }
}
