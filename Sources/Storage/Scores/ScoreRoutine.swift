/// A stored call of the score lists. The account of the API may run these and read; it can write nothing otherwise.
///
/// A call that changes gets a new number in its name, so that programs of two versions go on beside each other. They
/// are made where they are missing, and are in no backup.
struct ScoreRoutine: Hashable, Sendable {
    let name: String
    let parameters: String
    /// The body, from BEGIN to END.
    let body: String

    static let all: [ScoreRoutine] = [
        .openList, .accept, .admit, .useNonce, .noteRefusal, .countRefusals, .forget, .settle, .claimProof, .keepProof,
        .takeEvents, .concludeEvent,
    ]

    var statement: String {
        "CREATE PROCEDURE IF NOT EXISTS \(name)(\(parameters)) MODIFIES SQL DATA SQL SECURITY DEFINER\n\(body)"
    }

    /// What undoes a call that fails half-way, and tells its caller.
    static let rollingBack = "DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;"
}
