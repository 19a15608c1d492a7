/// Signs a request by AWS Signature Version 4, as S3-compatible services ask for it.
///
/// libcurl signs the method, the path and the query as they are written, and every header of the request, so the query
/// must be in its canonical form already: sorted, with everything but unreserved characters percent-encoded. Its
/// description and its mirror show no secret.
package struct RequestSignature: Hashable, Sendable {
    /// The region the service says it is in, such as `eu-central-1`; lower-case letters, digits and hyphens.
    package let region: String
    /// The service's short name, such as `s3`; lower-case letters, digits and hyphens.
    package let service: String
    /// The public half of the credentials.
    package let keyID: String
    /// The secret half. It never leaves this machine: the signature is made with it.
    package let secret: String

    package init(region: String, service: String, keyID: String, secret: String) {
        self.region = region
        self.service = service
        self.keyID = keyID
        self.secret = secret
    }

    /// What libcurl's `CURLOPT_AWS_SIGV4` takes; a colon in the region or service would shift the parts.
    var curlText: String { "aws:amz:\(region):\(service)" }

    var isWellFormed: Bool { Self.isName(region) && Self.isName(service) && !keyID.isEmpty && !secret.isEmpty }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    }
}

extension RequestSignature: CustomStringConvertible, CustomReflectable {
    package var description: String { "signature of \(keyID) for \(service) in \(region)" }

    package var customMirror: Mirror {
        Mirror(self, children: ["region": region, "service": service, "keyID": keyID], displayStyle: .struct)
    }
}
