import FoundationEssentials
import NIOCore

/// The processor cores this process may use.
enum AllowedCores {
    /// All of the machine, less those it was kept from by its place in a container or by `taskset`: more event loops
    /// than cores only take turns.
    static var count: Int {
        let path = "/proc/self/status"
        let status = try? String(contentsOfFile: path, encoding: .utf8)  // else the machine's cores are as good
        return max(1, min(status.flatMap(allowed) ?? .max, System.coreCount))
    }

    /// - Parameter status: proc(5), `/proc/pid/status`, whose mask has a bit for each core: `Cpus_allowed: ff,ffffffff`
    /// - Returns: nil where no mask is there.
    static func allowed(byStatus status: String) -> Int? {
        let name = "Cpus_allowed:"
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else { return nil }
        return line.dropFirst(name.count).compactMap(\.hexDigitValue).reduce(0) { $0 + $1.nonzeroBitCount }
    }
}
