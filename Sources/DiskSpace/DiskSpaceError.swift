import Glibc

/// What the operating system said about a path.
package struct DiskSpaceError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// Call it at once: it takes the reason from `errno`.
    init(_ problem: String, _ path: String) { description = "\(path) \(problem): \(String(cString: strerror(errno)))" }
}
