import Logging
import Pipeline
import Publisher
import Rankings
import Telemetry

extension Composition {
    /// Readies what is published before anybody can ask for it: the front page, and what an unclean end left undone.
    ///
    /// A folder that takes nothing now, as its disk is full or read-only, keeps nobody from crawling: what is due is
    /// published once it can be.
    func readyOutput() async throws {
        do {
            _ = try await pipeline.recoverOutput()
            try await Forgetting(workplace: workplace).finish(self)
            try await pipeline.publishSite(at: Slot(containing: time.now()))
            try await DumpJob(self).publishIndexIfMissing()
        } catch let error as PublisherError where error.kind == .storage || error.kind == .full {
            workplace.logger.error("output not readied", metadata: .keyed([.reason: "\(error)"]))
        }
    }
}
