import ArgumentParser
import Backup
import Settings

struct BackupVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Reads a backup back and compares every byte with what was written.",
        discussion: "Names the file that is damaged, and ends with 1. The newest backup, where none is named.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The backup, e.g. 20261121T024947Z.")
    var name: BackupName?

    func run() async throws {
        let workplace = try Workplace(options)
        let settings = workplace.configuration.backup
        let signals = await endingSignals()
        let (manifest, isRead) = try await interruptible(by: signals) {
            try await settings.withPlace(userAgent: workplace.userAgent) { place in
                let catalogue = BackupCatalogue(place)
                let manifest = try await catalogue.manifest(of: name)
                return (manifest, try await catalogue.verify(manifest, passphrase: settings.passphrase?.reveal()))
            }
        }
        print("backup \(manifest.name): \(manifest.parts.count) files, \(manifest.storedBytes) bytes, as written")
        if !isRead { print("it is encrypted and no passphrase is configured: it was not looked into") }
    }
}

extension BackupName: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
