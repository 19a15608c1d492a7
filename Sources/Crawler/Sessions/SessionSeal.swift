import Crypto
import FoundationEssentials

/// A session as it is kept: readable only by who can log in as well.
enum SessionSeal {
    /// AES-256-GCM with a random nonce; the account's name is bound to it.
    static func sealed(_ session: Session, by rules: SessionRules) throws -> [UInt8] {
        let text = try JSONEncoder().encode(session)
        let box = try AES.GCM.seal(text, using: rules.key, authenticating: Array(rules.account.utf8))
        return Array(box.combined ?? Data())
    }

    /// nil where it was sealed by another login, or is damaged: then a new login is all that is lost.
    static func opened(_ bytes: [UInt8], by rules: SessionRules) -> Session? {
        do {
            let box = try AES.GCM.SealedBox(combined: bytes)
            let text = try AES.GCM.open(box, using: rules.key, authenticating: Array(rules.account.utf8))
            return try JSONDecoder().decode(Session.self, from: text)
        } catch {
            return nil
        }
    }
}
