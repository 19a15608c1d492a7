import ArgumentParser
import Rankings
import Settings
import Submission
import Timekeeping

struct TokenIssue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Makes a token for a user and prints it.",
        discussion: "For trials: in earnest whoever knows your users issues them. Signs with a key of scores.keys.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The user's id: the token's subject.")
    var user: String

    @Option(help: "The name that lists show.")
    var name: String?

    @Option(help: ArgumentHelp("The address of a picture.", valueName: "url"))
    var picture: String?

    @Option(help: ArgumentHelp("A group the user is of; may be repeated.", valueName: "group"))
    var group: [String] = []

    @Option(help: ArgumentHelp("The key it is signed with; without it the first.", valueName: "id"))
    var key: String?

    @Option(help: "For how many seconds it is valid.")
    var lifetime: Int = 3600

    func validate() throws {
        if !(1...31_536_000).contains(lifetime) { throw ValidationError("--lifetime is 1 second to 365 days") }
    }

    func run() async throws {
        let scores = try Workplace(options).scores
        guard let settings = key.map({ id in scores.keys.first { $0.id == id } }) ?? scores.keys.first else {
            throw CommandError("no key \(key ?? ""): scores.keys has \(scores.keys.map(\.id).joined(separator: ", "))")
        }
        let now = Double(SystemTime().now().unixSeconds)
        let claims = TokenClaims(
            iss: scores.issuer, aud: [scores.audience], exp: now + Double(lifetime), iat: now, sub: user, name: name,
            picture: picture, groups: group.isEmpty ? nil : group)
        print(try await settings.tokenKey().token(for: claims))
    }
}
