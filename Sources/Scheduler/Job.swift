package import Cron
package import Rankings

/// Something that is run again and again.
package struct Job: Sendable {
    package let name: String
    package let schedule: CronSchedule
    /// Gets the slot it is run for; what it throws is logged and ends nothing else.
    package let run: @Sendable (Slot) async throws -> Void

    package init(name: String, schedule: CronSchedule, run: @escaping @Sendable (Slot) async throws -> Void) {
        self.name = name
        self.schedule = schedule
        self.run = run
    }
}
