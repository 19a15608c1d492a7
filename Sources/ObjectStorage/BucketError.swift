package import Transfer

/// Why something could not be done with a bucket.
package struct BucketError: Error, Sendable {
    /// What went wrong.
    package enum Kind: Sendable {
        /// There is no such object, or no such bucket.
        case absent
        /// The service does not let these credentials do it, or does not know them.
        case denied
        /// Any other answer but success.
        case answered
        /// An answer that is not what was asked for.
        case unreadable
        /// The object is larger than was allowed.
        case tooLarge(limitBytes: Int)
        /// No answer came, however often it was tried.
        case unreachable(TransferError)
    }

    /// `put`, `get`, `list` or `delete`.
    package let operation: String
    /// The bucket with its service, and the object's key.
    package let item: String
    package let kind: Kind
    /// The HTTP status; nil where no answer came.
    package let status: Int?
    /// The service's own word, such as `NoSuchBucket`; nil where it gave none.
    package let code: String?

    /// Letters of a code that are kept: the longest of S3's has about 40.
    private static let codeLetters = 60

    init(_ kind: Kind, _ operation: String, _ item: String, status: Int? = nil, body: [UInt8] = []) {
        self.kind = kind
        self.operation = operation
        self.item = item
        self.status = status
        let word = XMLText.text(of: "Code", in: String(decoding: body, as: UTF8.self)[...])
        code = word.flatMap { word in
            (1...Self.codeLetters).contains(word.count) && word.allSatisfy { $0.isASCII && $0.isLetter } ? word : nil
        }
    }
}

extension BucketError: CustomStringConvertible {
    package var description: String {
        let answer = [status.map { "status \($0)" }, code].compactMap { $0 }.joined(separator: ", ")
        switch kind {
        case .absent: return "\(operation) \(item): is not there (\(answer))"
        case .denied: return "\(operation) \(item): refused (\(answer))\(advice)"
        case .answered: return "\(operation) \(item): failed (\(answer))\(advice)"
        case .unreadable: return "\(operation) \(item): the answer is not S3's; is the endpoint right?"
        case .tooLarge(let limit): return "\(operation) \(item): has more than \(limit) bytes"
        case .unreachable(let error): return "\(operation) \(item): \(error)"
        }
    }

    private var advice: String {
        switch code {
        case "InvalidAccessKeyId": ": the service does not know the access key"
        case "SignatureDoesNotMatch": ": the secret key is not that of the access key"
        case "AccessDenied": ": the access key may not do this"
        case "RequestTimeTooSkewed": ": this machine's clock is wrong"
        case "AuthorizationHeaderMalformed", "PermanentRedirect": ": the region or the endpoint is not the bucket's"
        default: ""
        }
    }
}
