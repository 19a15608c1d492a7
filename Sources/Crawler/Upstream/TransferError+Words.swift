import Transfer

extension TransferError {
    /// What it means to whoever looks at a board, in words; a word for the operator in parentheses.
    var words: String {
        switch kind {
        case .refused: "unreachable (connection refused)"
        case .unresolved: "unreachable (no such host)"
        case .tls: "unreachable (no trusted connection)"
        case .tooManyRedirects: "unreachable (too many redirects)"
        case .schemeNotAllowed, .malformedURL, .malformedRequest: "unreachable (\(shortDescription))"
        case .other(let code): "unreachable (curl \(code))"
        case .timedOut: "no answer in time"
        case .tooLarge: "the answer is too large"
        case .cutShort: "the answer broke off"
        case .badEncoding, .malformedAnswer: "the answer is damaged (\(shortDescription))"
        case .tooBusy: "too many transfers at once"
        case .closed: "the program was ending"
        }
    }

    /// Whether the same transfer may go better a moment later.
    var mayPass: Bool {
        switch kind {
        case .tooLarge, .schemeNotAllowed, .malformedURL, .malformedRequest, .closed: false
        case .refused, .unresolved, .tls, .tooManyRedirects, .other, .timedOut, .cutShort, .badEncoding,
            .malformedAnswer, .tooBusy:
            true
        }
    }
}
