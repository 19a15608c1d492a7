import Foundation
import Testing

@testable import Telemetry

@Suite struct MetricsTests {
    @Test func writesFamiliesInOrder() {
        let metrics = Metrics()
        metrics.add(to: .slots, "sim", "missed")
        metrics.add(2, to: .slots, "sim", "changed")
        metrics.set(.diskUsedBytes, to: 12_000_000_000)
        metrics.replace(.editionAgeSeconds, with: ["sim-1/main": 61.5])
        #expect(
            metrics.exposition == """
                # HELP borderline_disk_used_bytes What they took when it was last measured.
                # TYPE borderline_disk_used_bytes gauge
                borderline_disk_used_bytes 12000000000
                # HELP borderline_edition_age_seconds How long ago the newest published slot of an open board was.
                # TYPE borderline_edition_age_seconds gauge
                borderline_edition_age_seconds{board="sim-1/main"} 61.5
                # HELP borderline_slots_total Slots that got their outcome here, by game and outcome.
                # TYPE borderline_slots_total counter
                borderline_slots_total{game="sim",outcome="changed"} 2
                borderline_slots_total{game="sim",outcome="missed"} 1

                """)
    }

    @Test func bucketsOfAHistogramAddUp() {
        let metrics = Metrics()
        for milliseconds in [50, 51, 60_000, 60_001] {
            metrics.observe(.milliseconds(milliseconds), as: .publishSeconds)
        }
        let lines = metrics.exposition.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count == Metrics.bounds.count + 3)
        #expect(lines[0] == "borderline_publish_seconds_bucket{le=\"0.05\"} 1")
        #expect(lines[1] == "borderline_publish_seconds_bucket{le=\"0.1\"} 2")
        #expect(lines[11] == "borderline_publish_seconds_bucket{le=\"60\"} 3")
        #expect(lines[12] == "borderline_publish_seconds_bucket{le=\"+Inf\"} 4")
        #expect(lines[14] == "borderline_publish_seconds_count 4")
    }

    @Test func labelsAreEscaped() {
        let metrics = Metrics()
        metrics.set(.buildInfo, to: 1, "a\"b\\c\nd")
        #expect(metrics.exposition.contains(#"borderline_build_info{version="a\"b\\c\nd"} 1"#))
    }

    @Test func boardsThatAreNoLongerOpenAreForgotten() {
        let metrics = Metrics()
        metrics.replace(.editionAgeSeconds, with: ["sim-1/main": 1])
        metrics.replace(.editionAgeSeconds, with: [:])
        #expect(metrics.exposition == "")
    }

    @Test func seriesBeyondTheLimitAreNotCounted() {
        let metrics = Metrics()
        for index in 0..<Metrics.seriesLimit + 1 { metrics.add(to: .claimsTakenOver, "g\(index)") }
        metrics.add(to: .claimsTakenOver, "g0")
        let lines = metrics.exposition.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count == Metrics.seriesLimit)
        #expect(lines.contains("borderline_claims_taken_over_total{game=\"g0\"} 2"))
    }

    @Test func everyMetricIsDocumentedAsItIs() throws {
        let page = try String(contentsOf: Promtool.checkout.appending(path: "Docs/metrics.md"), encoding: .utf8)
        for metric in Metric.allCases {
            let labels = metric.labels.map { "`\($0)`" }.joined(separator: ", ")
            let kind = metric.kind.rawValue
            let row = "| `\(metric.rawValue)` | \(kind) |\(labels.isEmpty ? "" : " \(labels)") | \(metric.help) |"
            #expect(page.contains(row), "\(row)")
        }
    }
}
