/// The way of one request through logins and new versions. Pure: statuses in, steps out. A session is renewed at most
/// once and versions are learned at most once, so that it ends after six requests.
struct SessionCourse: Hashable {
    private(set) var step: SessionStep
    private let canLearnVersions: Bool
    private var hasLoggedIn = false
    private var hasLearned = false

    /// - Parameter hasToken: whether there is a session to begin with.
    init(hasToken: Bool, canLearnVersions: Bool) {
        step = hasToken ? .send : .logIn
        self.canLearnVersions = canLearnVersions
    }

    /// - Parameter status: of the answer to the step.
    mutating func take(status: Int) {
        step = next(status)
    }

    private mutating func next(_ status: Int) -> SessionStep {
        if status == 426, canLearnVersions, !hasLearned, step != .learnVersions {
            hasLearned = true
            // The login that follows is another one: with other versions.
            hasLoggedIn = false
            return .learnVersions
        }
        switch step {
        case .send:
            if status == 403, !hasLoggedIn {
                hasLoggedIn = true
                return .logIn
            }
            return .finish
        case .logIn:
            hasLoggedIn = true
            return (200..<300).contains(status) ? .send : .giveUp(status: status)
        case .learnVersions:
            return (200..<300).contains(status) ? .logIn : .giveUp(status: status)
        case .finish, .giveUp:
            return step
        }
    }
}
