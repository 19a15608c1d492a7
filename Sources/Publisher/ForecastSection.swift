import Rankings

/// The part of a board's page on where its borders will close.
struct ForecastSection {
    let edition: Edition
    /// The path of the board's folder, with a slash at the end.
    let folder: String
    /// The path the output folder is served under.
    let base: String
    let words: Catalogue

    func add(to context: inout PageContext) {
        let forecast = edition.forecast?.forecast
        context[.caution] = forecast?.caution?.rawValue ?? ""
        context[.absenceWords] = absenceWords ?? cautionWords
        if let forecast, !forecast.borders.isEmpty {
            let made = CivilTime(forecast.madeAt.start)
            context[.forecastWords] = words[.forecastMade, ["time": made.clock, "date": words.shortDate(made)]]
        }
        context.set(.charts, charts)
        context.set(.hasCharts, !charts.isEmpty)
        let numbers = ForecastNumbers(edition: edition)
        context[.soonClock] = numbers.soon.map { CivilTime($0).clock }
        context.set(.numbers, numbers.rows)
        context[.accuracyWords] = AccuracySummary(boards: edition.judged).words(in: words)
        context[.href] = base + OutputPath.accuracy(of: edition.event.game) + "/"
    }

    /// Median and 80 % band of one border, as pages show them.
    static func numbers(of final: Quantiles, scale: Int) -> PageContext {
        var context = PageContext()
        context[.median] = Wording.number(final.median, scale: scale)
        context[.low] = Wording.number(final.band80.lowerBound, scale: scale)
        context[.high] = Wording.number(final.band80.upperBound, scale: scale)
        context[.medianShort] = Wording.short(Double(final.median) / Double(scale))
        context[.band] = Wording.range(
            Double(final.band80.lowerBound) / Double(scale), Double(final.band80.upperBound) / Double(scale))
        return context
    }

    private var charts: [PageContext] {
        guard let published = edition.forecast else { return [] }
        let finals = Dictionary(published.forecast.borders.map { ($0.rank, $0.final) }) { first, _ in first }
        let chosen = chosenRank(of: published.chartRanks)
        let scale = edition.board.rules.scale
        let now = Dictionary(edition.standing.borders.map { ($0.rank, $0.score) }) { first, _ in first }
        return published.chartRanks.map { rank in
            var chart = finals[rank].map { Self.numbers(of: $0, scale: scale) } ?? PageContext()
            chart[.rank] = Wording.number(Int64(rank))
            chart[.key] = String(rank)
            chart[.score] = now[rank].map { Wording.number($0, scale: scale) } ?? "–"
            chart[.href] = "\(folder)forecast/\(published.document).svg#rank-\(rank)"
            chart.set(.isChosen, rank == chosen)
            return chart
        }
    }

    /// The first featured rank that has a chart, else the border most people play for: the first from 1,000 on.
    private func chosenRank(of ranks: [Int]) -> Int? {
        edition.featuredRanks.first(where: ranks.contains) ?? ranks.first { $0 >= 1000 } ?? ranks.last
    }

    private var cautionWords: String? {
        switch edition.forecast?.forecast.caution {
        case nil: nil
        case .noneOfThisGame: words[.noneOfThisGame]
        case .unlikeThePast: words[.unlikeThePast]
        }
    }

    private var absenceWords: String? {
        guard let forecast = edition.forecast?.forecast else {
            return switch edition.phase {
            case .upcoming: nil
            case .running: words[.noForecastYet]
            case .counting, .announced, .closed: words[.ended]
            }
        }
        return switch forecast.absence {
        case nil: nil
        case .noFinishedEvent: words[.noFinishedEvent]
        case .tooFewObservations: words[.tooFewObservations]
        case .ended: words[.ended]
        case .notMonotone: words[.notMonotone]
        }
    }
}
