package import JWTKit

/// What a token says (RFC 7519), with the names OpenID Connect gives to a user's name and picture.
package struct TokenClaims: JWTPayload, Hashable {
    package var iss: String?
    /// One audience or several.
    package var aud: Audience?
    /// Seconds since 1970, maybe with a fraction.
    package var exp: Double?
    package var nbf: Double?
    package var iat: Double?
    package var sub: String?
    package var name: String?
    package var picture: String?
    /// Regions, clubs or teams, as OpenID Connect's providers call them.
    package var groups: Groups?

    package init(
        iss: String?, aud: [String], exp: Double?, nbf: Double? = nil, iat: Double? = nil, sub: String?,
        name: String? = nil, picture: String? = nil, groups: [String]? = nil
    ) {
        self.iss = iss
        self.aud = Audience(values: aud)
        self.exp = exp
        self.nbf = nbf
        self.iat = iat
        self.sub = sub
        self.name = name
        self.picture = picture
        self.groups = groups.map(Groups.init)
    }

    /// Nothing: `TokenVerifier` judges the claims by the clock it is given.
    package func verify(using algorithm: some JWTAlgorithm) async throws {}

    /// A list of names. Whatever else a token calls so says nothing here, and is no fault of its user.
    package struct Groups: Codable, Hashable, Sendable {
        package let names: [String]

        package init(names: [String]) { self.names = names }

        package init(from decoder: any Decoder) throws {
            names = (try? decoder.singleValueContainer().decode([String].self)) ?? []  // something else of that name
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(names)
        }
    }

    /// Whom a token is for: one, or several.
    package struct Audience: Codable, Hashable, Sendable {
        package let values: [String]

        package init(values: [String]) { self.values = values }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                values = [try container.decode(String.self)]
            } catch {
                values = try container.decode([String].self)
            }
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            if values.count == 1 { try container.encode(values[0]) } else { try container.encode(values) }
        }
    }
}
