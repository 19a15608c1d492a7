import Foundation
import TestSupport
import Testing

@testable import Telemetry

@Suite struct LineSinkTests {
    @Test func linesOfManyWritersStayWhole() async throws {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        let sink = LineSink { LineSink.writeWhole($0, to: descriptor) }
        let line = String(repeating: "x", count: 10_000)
        // Reads what is written and not to the end: a server that another test starts may hold the pipe open for long.
        async let read = OwnThread.run { try pipe.fileHandleForReading.read(upToCount: 160 * 10_002) ?? Data() }
        await withTaskGroup { group in
            for writer in 0..<8 {
                group.addTask { for _ in 0..<20 { sink.append("\(writer)" + line) } }
            }
        }
        let lines = String(decoding: try await read, as: UTF8.self).split(separator: "\n")
        try pipe.fileHandleForWriting.close()
        #expect(lines.count == 160)
        #expect(lines.allSatisfy { $0.count == 10_001 })
    }

    @Test func aLineForAClosedDescriptorIsDropped() {
        LineSink.writeWhole(Array("lost\n".utf8), to: -1)
    }
}
