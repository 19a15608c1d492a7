import ArgumentParser
import Storage

struct ScoresAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Makes the database account of `scores serve` and prints its password, which is kept nowhere.",
        discussion: """
            The account may read the tables of scores and make the calls that change them, and nothing else. Run this
            with the configuration of the crawls, and again after an update of the program: an account that is there
            gets what it lacks, and keeps its password; servers that use it go on.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("Where it may connect from: a host, an address or a pattern.", valueName: "host"))
    var host: String = "localhost"

    @Flag(help: "Gives an account that is there a new password, too.")
    var newPassword = false

    func run() async throws {
        let (host, newPassword) = (host, newPassword)
        let password = try await Composition.run(options) { parts in
            try await parts.store.addScoreAccount(host: host, renewsPassword: newPassword)
        }
        print("user: \(ScoreAccount.name)")
        print(password.map { "password: \($0)" } ?? "The password is the one it has; --new-password makes another.")
    }
}
