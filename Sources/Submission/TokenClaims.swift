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

    package init(
        iss: String?, aud: [String], exp: Double?, nbf: Double? = nil, iat: Double? = nil, sub: String?,
        name: String? = nil, picture: String? = nil
    ) {
        self.iss = iss
        self.aud = Audience(values: aud)
        self.exp = exp
        self.nbf = nbf
        self.iat = iat
        self.sub = sub
        self.name = name
        self.picture = picture
    }

    /// Nothing: `TokenVerifier` judges the claims by the clock it is given.
    package func verify(using algorithm: some JWTAlgorithm) async throws {}

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
