import Glibc

extension FileSystem {
    /// The names in a folder that are not hidden, sorted: plain files, and folders. Both empty where there is no such
    /// folder.
    static func items(in folder: String) throws(PublisherError) -> (files: [String], folders: [String]) {
        var (files, folders): ([String], [String]) = ([], [])
        for (name, type) in try typedNames(in: folder) where !name.hasPrefix(".") {
            switch type {
            case .file: files.append(name)
            case .folder: folders.append(name)
            case .other: break
            }
        }
        return (files.sorted(), folders.sorted())
    }

    /// When something in a folder came, went or was replaced, in nanoseconds of the file system's clock, which moves on
    /// every few milliseconds; nil where there is no such folder.
    static func changed(_ folder: String) -> Int? {
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    }

    private enum ItemType { case file, folder, other }

    private static func typedNames(in folder: String) throws(PublisherError) -> [(String, ItemType)] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw failure("cannot be listed", folder)
        }
        defer { closedir(stream) }
        var items: [(String, ItemType)] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            items.append((name, type(Int(entry.pointee.d_type), of: "\(folder)/\(name)")))
        }
        return items
    }

    /// Not every file system tells the type with the name.
    private static func type(_ told: Int, of path: String) -> ItemType {
        switch told {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_UNKNOWN): isFolder(path) ? .folder : size(of: path) != nil ? .file : .other
        default: .other
        }
    }
}
