import Logging
import Publisher
import Rankings
import Storage
import Telemetry

extension Pipeline {
    /// The files of a forecast, with the picture that other sites show. Without the picture where the site has no
    /// address, and where it cannot be drawn: a link without one is no reason to publish nothing.
    func drawn(_ report: ForecastReport, of stored: StoredBoard) -> (document: String, files: [OutputFile]) {
        let forecast = ForecastFiles.make(report)
        // Only absolute addresses can name it; it takes longer to draw than all else of a forecast together.
        guard renderer.address != nil else { return (forecast.document, forecast.files) }
        let picture = ShareImage(
            report, of: stored.event, siteTitle: renderer.siteTitle, game: renderer.games[stored.event.game],
            featured: source(of: stored.event)?.featuredRanks ?? [])
        do {
            return (forecast.document, forecast.files + [try picture.file(document: forecast.document)])
        } catch {
            logger.warning(
                "share image not drawn", metadata: .keyed([.board: "\(stored.board.id)", .reason: "\(error)"]))
            return (forecast.document, forecast.files)
        }
    }
}
