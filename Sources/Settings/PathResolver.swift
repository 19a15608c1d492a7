/// Makes paths of the file absolute.
struct PathResolver {
    /// Absolute, without a final slash unless it is the root.
    let folder: String

    /// The path below the folder where it is relative; `./` and doubled slashes are left out. `..` stays: what it means
    /// depends on symbolic links.
    func resolve(_ path: String) -> String {
        let whole = path.hasPrefix("/") ? path : folder + "/" + path
        let parts = whole.split(separator: "/").filter { $0 != "." }
        return "/" + parts.joined(separator: "/")
    }

    /// The folder an absolute path lies in.
    static func parent(of path: String) -> String {
        let parts = path.split(separator: "/").dropLast()
        return "/" + parts.joined(separator: "/")
    }
}
