/// Who may use a bucket. Its description and its mirror show no secret.
package struct BucketCredentials: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The public half, the access key id.
    package let keyID: String
    /// The secret half, the secret access key. It signs requests and is never sent.
    package let secret: String

    package init(keyID: String, secret: String) {
        self.keyID = keyID
        self.secret = secret
    }

    package var description: String { "credentials of \(keyID)" }
    package var customMirror: Mirror { Mirror(self, children: ["keyID": keyID], displayStyle: .struct) }
}
