import ArgumentParser
import Storage

struct AnalystsAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Makes an account and prints its password, which is kept nowhere.",
        discussion: """
            For a name that is there already it sets a new password, and lets it see views that are new since.
            The account of the embedded server connects by its socket, which `borderline database status` shows.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Small letters, digits and _; the account is called analyst_NAME.")
    var name: String

    @Option(help: ArgumentHelp("Where it may connect from: a host, an address or a pattern.", valueName: "host"))
    var host: String = "localhost"

    @Option(help: ArgumentHelp("The longest a statement may take.", valueName: "seconds"))
    var statementTime: Int = 30

    func validate() throws {
        if statementTime < 1 { throw ValidationError("--statement-time is at least 1 second") }
    }

    func run() async throws {
        let account = try AnalystAccount(name: name, host: host)
        let seconds = statementTime
        let password = try await Composition.run(options) { parts in
            try await parts.store.addAnalyst(account, statementSeconds: seconds)
        }
        print("user: \(account.user)")
        print("password: \(password)")
    }
}
