import Foundation
import Testing

@testable import Telemetry

@Suite(.enabled(if: Promtool.isInstalled, "\(Promtool.advice)")) struct PromtoolTests {
    @Test func findsNothingWrongWithTheMetrics() async throws {
        let metrics = Metrics()
        for metric in Metric.allCases {
            switch (metric.kind, metric.labels.count) {
            case (.counter, 0): metrics.add(to: metric)
            case (.counter, 1): metrics.add(to: metric, "a")
            case (.counter, _): metrics.add(to: metric, "a", "b\"\n\\")
            case (.gauge, 0): metrics.set(metric, to: 1.5)
            case (.gauge, _): metrics.set(metric, to: 2, "a")
            case (.histogram, 0): metrics.observe(.seconds(3), as: metric)
            case (.histogram, _): metrics.observe(.seconds(3), as: metric, "a")
            }
        }
        let check = try await Promtool.run(["check", "metrics"], input: metrics.exposition)
        #expect(check.status == 0, "\(check.output)")
        #expect(check.output == "")
        for metric in Metric.allCases { #expect(metrics.exposition.contains("# TYPE \(metric.rawValue) ")) }
    }

    @Test func findsNothingWrongWithTheRules() async throws {
        let check = try await Promtool.run(["check", "rules", "borderline.rules.yml"])
        #expect(check.status == 0, "\(check.output)")
    }

    @Test func rulesPassTheirTests() async throws {
        let test = try await Promtool.run(["test", "rules", "borderline.tests.yml"])
        #expect(test.status == 0, "\(test.output)")
        #expect(test.output.contains("SUCCESS"))
    }

    @Test func everyRuleIsTestedAndUsesMetricsThereAre() throws {
        let folder = Promtool.checkout.appending(path: "Deploy/prometheus")
        let rules = try String(contentsOf: folder.appending(path: "borderline.rules.yml"), encoding: .utf8)
        let tests = try String(contentsOf: folder.appending(path: "borderline.tests.yml"), encoding: .utf8)
        let alerts = rules.matches(of: /alert: (\w+)/).map { String($0.1) }
        #expect(alerts.count >= 8)
        for alert in alerts { #expect(tests.contains("alertname: \(alert)\n"), "\(alert)") }
        let known = Set(Metric.allCases.map(\.rawValue))
        for match in rules.matches(of: /borderline_[a-z_]+/) {
            let name = String(match.0)
            #expect(known.contains(name) || known.contains(name.replacing("_bucket", with: "")), "\(name)")
        }
    }
}
