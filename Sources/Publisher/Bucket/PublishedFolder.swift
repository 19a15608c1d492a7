import SerialExecution

/// Reads the output folder as a bucket is to hold it, on a queue of its own: disks block.
actor PublishedFolder {
    /// What was found when a part was looked at last.
    private struct Seen {
        let folders: [String: Int]
        /// How often it was found so.
        var times: Int
    }

    private let folder: String
    private let form: BucketCoding
    private var seen: [MirrorPart: Seen] = [:]
    private let executor = QueueExecutor(label: "borderline.bucket")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// The hidden folder that whoever brings the bucket up to date holds.
    private static let lockFolder = ".bucket"
    /// A second change within one tick of the file system's clock cannot be seen by that clock: what changed is looked
    /// at twice.
    private static let looks = 2
    /// Dumps lie deepest, in `dumps/<event>/<name>`; a loop of links must end somewhere.
    private static let depthLimit = 6

    init(folder: String, form: BucketCoding) {
        self.folder = folder
        self.form = form
    }

    /// Keeps other processes from the bucket; nil where one is at it.
    func lock() throws(PublisherError) -> FolderLock? {
        guard FileSystem.isFolder(folder) else { return nil }
        return try FolderLock.immediately("\(folder)/\(Self.lockFolder)")
    }

    /// The boards that have a root, those whose root was written last first.
    func boards() throws(PublisherError) -> [MirrorPart] {
        var boards: [(board: String, written: Int)] = []
        for event in try FileSystem.items(in: "\(folder)/e").folders {
            for name in try FileSystem.items(in: "\(folder)/e/\(event)").folders {
                let board = "e/\(event)/\(name)"
                guard let written = FileSystem.written("\(folder)/\(board)/\(Self.root)") else { continue }
                boards.append((board, written))
            }
        }
        return boards.sorted { ($0.written, $0.board) > ($1.written, $1.board) }.map { .board($0.board) }
    }

    private static let root = "latest.json"

    /// The content of a part.
    ///
    /// - Parameter isForced: also where nothing has changed since it was noted.
    /// - Returns: nil where nothing has changed, and where the part has no root: a folder that was lost must not take
    ///   the bucket with it.
    func content(of part: MirrorPart, isForced: Bool) throws(PublisherError) -> PartContent? {
        if !isForced, let seen = seen[part], seen.times >= Self.looks, isUnchanged(seen) { return nil }
        let root = part.folder.map { $0 + Self.root } ?? OutputPath.manifest
        guard FileSystem.size(of: "\(folder)/\(root)") != nil else { return nil }
        var before = Listing()
        try list(part, into: &before)
        let roots = try before.files.filter { !$0.isImmutable }.map { file throws(PublisherError) in
            PartContent.Root(file: file, bytes: try read(file))
        }
        // Listed again: what the roots name was there before them.
        var listing = Listing()
        try list(part, into: &listing)
        return PartContent(
            documents: listing.files.filter(\.isImmutable), roots: steps(roots, of: part), folders: listing.folders)
    }

    /// Notes that a part was brought into the bucket as it was found.
    func note(_ content: PartContent, of part: MirrorPart) {
        let times = seen[part].map { $0.folders == content.folders ? $0.times + 1 : 1 } ?? 1
        seen[part] = Seen(folders: content.folders, times: times)
    }

    /// The bytes of a file in the form it is stored in.
    func read(_ file: FolderFile) throws(PublisherError) -> [UInt8] { try FileSystem.read("\(folder)/\(file.source)") }

    private func isUnchanged(_ seen: Seen) -> Bool {
        seen.folders.allSatisfy { FileSystem.changed("\(folder)/\($0.key)") == $0.value }
    }

    /// Pages before what programs read, and the list of boards after everything.
    private func steps(_ roots: [PartContent.Root], of part: MirrorPart) -> [[PartContent.Root]] {
        let last =
            switch part {
            case .board(let folder): ["\(folder)/\(Self.root)"]
            case .site: [OutputPath.index, OutputPath.manifest]
            }
        return
            ([roots.filter { !last.contains($0.file.path) }]
            + last.map { path in roots.filter { $0.file.path == path } })
            .filter { !$0.isEmpty }
    }

    private struct Listing {
        var files: [FolderFile] = []
        var folders: [String: Int] = [:]
    }

    private func list(_ part: MirrorPart, into listing: inout Listing) throws(PublisherError) {
        switch part {
        case .board(let board): try list(board, depth: 0, of: part, into: &listing)
        case .site: try list("", depth: 0, of: part, into: &listing)
        }
    }

    private func list(
        _ inside: String, depth: Int, of part: MirrorPart, into listing: inout Listing
    ) throws(PublisherError) {
        let path = inside.isEmpty ? folder : "\(folder)/\(inside)"
        // Before the names are read: what comes while they are is a change.
        listing.folders[inside] = FileSystem.changed(path)
        let (names, folders) = try FileSystem.items(in: path)
        let start = inside.isEmpty ? "" : "\(inside)/"
        let isDump = inside.hasPrefix("\(OutputPath.dumps)/")
        let present = Set(names)
        for name in names {
            // Files of dumps have no siblings; elsewhere these endings are siblings' alone.
            if isDump {
                listing.files.append(FolderFile(path: start + name, form: .identity))
            } else if !Coding.allCases.contains(where: { !$0.suffix.isEmpty && name.hasSuffix($0.suffix) }) {
                let hasForm = present.contains(name + form.coding.suffix)
                listing.files.append(FolderFile(path: start + name, form: hasForm ? form : .identity))
            }
        }
        guard depth < Self.depthLimit else { return }
        for name in folders where part != .site || MirrorPart(of: "\(start)\(name)/x") == .site {
            try list(start + name, depth: depth + 1, of: part, into: &listing)
        }
    }
}
