import Foundation

/// A port before another one that can be shut: connections are refused then, and those that are open are cut.
final class Gate {
    private static let python = "/usr/bin/python3"
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: python) }

    private static let script = """
        import asyncio, os, sys
        folder, target = sys.argv[1], int(sys.argv[2])
        async def main():
            writers, server, parent = set(), None, os.getppid()
            async def pump(reader, writer):
                try:
                    while data := await reader.read(65536):
                        writer.write(data)
                        await writer.drain()
                except OSError: pass
                writer.close()
            async def serve(reader, writer):
                far_reader, far_writer = await asyncio.open_connection("127.0.0.1", target)
                writers.update((writer, far_writer))
                await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))
                writers.difference_update((writer, far_writer))
            port = 0
            while os.getppid() == parent and os.path.exists(folder):
                is_open = not os.path.exists(folder + "/shut")
                if is_open and server is None:
                    server = await asyncio.start_server(serve, "127.0.0.1", port)
                    port = server.sockets[0].getsockname()[1]
                    with open(folder + "/port", "w") as file: file.write("%d\\n" % port)
                if not is_open and server is not None:
                    server.close()
                    server = None
                    for writer in list(writers): writer.transport.abort()
                await asyncio.sleep(0.02)
        asyncio.run(main())
        """

    let port: Int
    private let folder: URL

    init(to target: Int) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("gate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.python)
        process.arguments = ["-c", Self.script, folder.path, "\(target)"]
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let file = folder.appendingPathComponent("port").path
        for _ in 0..<3000 {
            let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
            if text.hasSuffix("\n"), let port = Int(text.dropLast()) {
                self.port = port
                return
            }
            usleep(10_000)
        }
        throw UnexpectedEnd(description: "no gate")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func shut() throws { try Data().write(to: folder.appendingPathComponent("shut")) }
    func open() throws { try FileManager.default.removeItem(at: folder.appendingPathComponent("shut")) }
}
