import DiskSpace
import Timekeeping

extension Examination {
    /// Nothing where no budget is set.
    func diskBudget() async -> [Finding] {
        do {
            guard let projection = try await DiskJob(workplace: workplace).projection(now: SystemTime().now()) else {
                return []
            }
            guard projection.isWarning else { return [.well("disk budget", projection.words)] }
            return [
                .ill(
                    "disk budget", projection.words,
                    mend: "raise disk.budget, set games[].keep_players, or move to a larger disk")
            ]
        } catch {
            return [.ill("disk budget", "\(error)", mend: "see whose the data and output directories are")]
        }
    }
}
