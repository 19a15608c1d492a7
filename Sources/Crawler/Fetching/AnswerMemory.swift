import Crypto
import Rankings
import Synchronization

/// What the last answers to an upstream's requests meant, so that one that has not changed is not read again.
final class AnswerMemory: Sendable {
    /// Events before all are forgotten: far above what an upstream has at one time.
    private static let limit = 256
    /// Requests of one event before all of its are forgotten: those of an upstream that is asked with the time differ
    /// from slot to slot.
    private static let requestLimit = 64

    struct Remembered: Sendable {
        let validators: Validators
        let digest: SHA256.Digest
        let boards: [BoardID: ShownBoard]
    }

    private let answers = Mutex<[EventID: [UpstreamRequest: Remembered]]>([:])

    func last(answerTo request: UpstreamRequest, for event: EventID) -> Remembered? {
        answers.withLock { $0[event]?[request] }
    }

    func remember(_ answer: Remembered, to request: UpstreamRequest, for event: EventID) {
        answers.withLock { answers in
            if answers[event] == nil, answers.count >= Self.limit { answers.removeAll() }
            if answers[event, default: [:]].count >= Self.requestLimit { answers[event] = [:] }
            answers[event, default: [:]][request] = answer
        }
    }
}
