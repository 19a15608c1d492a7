extension ConfigurationBuilder {
    /// The further addresses of a game, each once.
    func mirrors(in game: SectionValues) -> [String] {
        let urls = elements("games[].mirrors[]", in: game).map { $0.text("url") }
        return urls.reduce(into: []) { kept, url in
            if url != game.text("url") && !kept.contains(url) { kept.append(url) }
        }
    }

    /// nil where the game has none, and where a problem was found, which is reported.
    mutating func session(in game: SectionValues) -> SessionSettings? {
        let path = game.key("session")
        guard read.sections[path] != nil else { return nil }
        let session = SectionValues(read, "games[].session", path: path)
        let before = problems.count
        guard let login = secret(session, "login") else {
            if problems.count == before {
                report(
                    .missingKey, session, "login_env", "is missing, and so is login_file",
                    "Name the environment variable or the file that holds the body of the login")
            }
            return nil
        }
        return SessionSettings(
            account: session.text("account"), loginPath: session.text("login_path"),
            loginMethod: session.text("login_method"), login: login, versionsURL: session.optionalText("versions_url"))
    }
}
