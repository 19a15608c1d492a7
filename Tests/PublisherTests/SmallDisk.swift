import Foundation

/// A file system of its own in memory, small enough to fill. Nil where this process may not mount one.
struct SmallDisk {
    static let sizeBytes = 131_072
    let path: String

    init?(at path: String) {
        self.path = path
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard Self.run("mount", "-t", "tmpfs", "-o", "size=\(Self.sizeBytes)", "tmpfs", path) else { return nil }
    }

    /// Writes one file until nothing more fits.
    func fill() throws {
        let filler = "\(path)/filler"
        _ = FileManager.default.createFile(atPath: filler, contents: nil)
        let handle = FileHandle(forWritingAtPath: filler)
        for _ in 0..<Self.sizeBytes {
            do { try handle?.write(contentsOf: Data(count: 512)) } catch { return }
        }
    }

    /// Whether this process may mount one.
    static var isPossible: Bool {
        let path = FileManager.default.temporaryDirectory.appending(path: "small-disk-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let disk = SmallDisk(at: path) else { return false }
        disk.unmount()
        return true
    }

    func unmount() { _ = Self.run("umount", path) }

    private static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
