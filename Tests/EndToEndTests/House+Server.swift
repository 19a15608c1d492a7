import Foundation

extension House {
    /// The process of the house's own database server: the one whose arguments name its folder; nil where none runs.
    func serverProcess() -> pid_t? {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.compactMap { pid_t($0) }.first { id in
            let words = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
            let text = String(decoding: words, as: UTF8.self)
            return text.contains("mariadbd") && text.contains("\(folder.lastPathComponent)/data/mariadb")
        }
    }
}
