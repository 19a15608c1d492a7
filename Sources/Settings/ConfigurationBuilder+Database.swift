extension ConfigurationBuilder {
    /// Nil where the file has no database.
    mutating func database() -> DatabaseSettings? {
        guard read.sections["database"] != nil else { return nil }
        let database = SectionValues(read, "database")
        let address = address(database)
        return DatabaseSettings(
            address: address,
            name: database.text("name"),
            user: database.text("user"),
            password: secret(database, "password"),
            tls: tls(address),
            connections: database.integer("connections"))
    }

    private mutating func address(_ database: SectionValues) -> DatabaseSettings.Address {
        let port = database.integer("port")
        switch (database.optionalText("socket"), database.optionalText("host")) {
        case (let socket?, nil):
            if database.given("port") != nil {
                report(.conflict, database, "port", "means nothing with a socket", "Remove port, or write host instead")
            }
            return .socket(path: paths.resolve(socket))
        case (nil, let host?):
            return .host(host, port: port)
        case (let socket?, .some):
            report(.conflict, database, "host", "is given beside socket", "Remove one of the two")
            return .socket(path: socket)
        case (nil, nil):
            let right = "Write one of the two, or remove the section: then the embedded server is used"
            report(.missingKey, database, "socket", "is missing, and so is host", right)
            return .socket(path: "")
        }
    }

    private mutating func tls(_ address: DatabaseSettings.Address) -> DatabaseSettings.TLS {
        let tls = SectionValues(read, "database.tls")
        let required = tls.optionalBoolean("required")
        let authority = tls.optionalText("ca").map(paths.resolve)
        switch address {
        case .socket:
            for (name, isGiven) in [("required", required == true), ("ca", authority != nil)] where isGiven {
                let right = "Remove it, or write host instead of socket"
                report(.conflict, tls, name, "means nothing with a socket", right)
            }
            return DatabaseSettings.TLS(isRequired: false, authority: nil)
        case .host(let host, _):
            let isThisMachine = ["localhost", "127.0.0.1", "::1"].contains(host)
            return DatabaseSettings.TLS(isRequired: required ?? !isThisMachine, authority: authority)
        }
    }
}
