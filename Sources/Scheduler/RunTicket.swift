import Hexadecimal
package import Rankings

/// The right to do one run, until another process takes it over.
package struct RunTicket: Hashable, Sendable {
    /// What the log knows the run by.
    package let number: Int64
    /// 16 random bytes that name this process's claim.
    package let owner: [UInt8]
    package let job: String
    package let planned: Instant
    package let started: Instant
    /// Counts the owners of the run; what an earlier one has to say is not heard.
    package let epoch: Int

    package init(number: Int64, owner: [UInt8], job: String, planned: Instant, started: Instant, epoch: Int) {
        precondition(owner.count == 16, "an owner has 16 bytes")
        self.number = number
        self.owner = owner
        self.job = job
        self.planned = planned
        self.started = started
        self.epoch = epoch
    }

    /// Names the run to monitors: a UUID of version 4 made of the owner.
    package var id: String {
        var bytes = owner
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let groups = [bytes[0..<4], bytes[4..<6], bytes[6..<8], bytes[8..<10], bytes[10..<16]]
        return groups.map(\.hexadecimal).joined(separator: "-")
    }
}
