import Foundation

/// A file system of its own in memory, small enough to fill. Nil where this process may not mount one.
package struct SmallDisk {
    package let path: String
    private let sizeBytes: Int

    package init?(at path: String, sizeBytes: Int = 131_072) {
        self.path = path
        self.sizeBytes = sizeBytes
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard Self.run("mount", "-t", "tmpfs", "-o", "size=\(sizeBytes)", "tmpfs", path) else { return nil }
    }

    private var filler: String { "\(path)/filler" }

    /// Writes one file until nothing more fits.
    package func fill() throws {
        _ = FileManager.default.createFile(atPath: filler, contents: nil)
        let handle = FileHandle(forWritingAtPath: filler)
        for _ in 0..<sizeBytes {
            do { try handle?.write(contentsOf: Data(count: 512)) } catch { return }
        }
    }

    /// Makes room again.
    package func empty() throws { try FileManager.default.removeItem(atPath: filler) }

    /// - Returns: whether it is so now.
    package func setReadOnly(_ isReadOnly: Bool) -> Bool {
        Self.run("mount", "-o", isReadOnly ? "remount,ro" : "remount,rw", path)
    }

    /// Whether this process may mount one.
    package static var isPossible: Bool {
        let path = FileManager.default.temporaryDirectory.appending(path: "small-disk-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let disk = SmallDisk(at: path) else { return false }
        disk.unmount()
        return true
    }

    package func unmount() { _ = Self.run("umount", path) }

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
