import Foundation
import Testing

@testable import Telemetry

@Suite struct LineSinkTests {
    @Test func linesOfManyWritersStayWhole() async {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        let sink = LineSink { LineSink.writeWhole($0, to: descriptor) }
        let line = String(repeating: "x", count: 10_000)
        let reader = Task.detached { pipe.fileHandleForReading.readDataToEndOfFile() }
        await withTaskGroup { group in
            for writer in 0..<8 {
                group.addTask { for _ in 0..<20 { sink.append("\(writer)" + line) } }
            }
        }
        try? pipe.fileHandleForWriting.close()
        let lines = String(decoding: await reader.value, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 160)
        #expect(lines.allSatisfy { $0.count == 10_001 })
    }

    @Test func aLineForAClosedDescriptorIsDropped() {
        LineSink.writeWhole(Array("lost\n".utf8), to: -1)
    }
}
