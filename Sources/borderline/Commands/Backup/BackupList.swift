import ArgumentParser
import Backup
import Settings

struct BackupList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the backups, newest first, and which of them are whole.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let entries = try await workplace.configuration.backup.withPlace(userAgent: workplace.userAgent) { place in
            try await BackupCatalogue(place).entries()
        }
        var table = Table(
            columns: ["backup", "state", "bytes", "encrypted", "schema", "program"], as: output.format)
        for entry in entries {
            let manifest = entry.manifest
            table.add([
                .text(entry.name.description), .text(describe(entry.state)), .integer(entry.bytes),
                manifest.map { .flag($0.encrypted) } ?? .none, .integer(manifest?.schema), .text(manifest?.program),
            ])
        }
        table.finish()
    }

    private func describe(_ state: BackupEntry.State) -> String {
        switch state {
        case .whole: "whole"
        case .damaged(let file): "damaged: \(file)"
        case .unfinished: "unfinished"
        }
    }
}
