import Foundation
import HTTPTypes
import Scoring
import Testing

@testable import Submission

/// The description of the API against the code.
struct OpenAPITests {
    private let document: [String: Any]

    init() throws {
        let object = try JSONSerialization.jsonObject(with: Data(OpenAPIDocument.text.utf8))
        document = try #require(object as? [String: Any])
    }

    private func object(_ keys: String...) throws -> [String: Any] {
        try keys.reduce(document) { object, key in try #require(object[key] as? [String: Any], "no \(key)") }
    }

    @Test func describesEveryRouteAndNoOther() throws {
        let described = try object("paths").flatMap { path, methods in
            try #require(methods as? [String: Any]).keys.map { "\($0.uppercased()) \(path)" }
        }
        #expect(Set(described) == Set(Route.table.map { "\($0.method.rawValue) \($0.path)" }))
        for (path, method) in Route.table {
            let route = try Route(method: method, path: path.replacing("{id}", with: "ann"))
            #expect(route == .history(user: "ann") || route == .proof(action: "ann") || !path.contains("{"))
        }
    }

    @Test func everyReferenceLeadsSomewhere() {
        func references(in value: Any) -> [String] {
            if let list = value as? [Any] { return list.flatMap(references) }
            guard let object = value as? [String: Any] else { return [] }
            return object.flatMap { $0.key == "$ref" ? [$0.value as? String ?? ""] : references(in: $0.value) }
        }
        let found = references(in: document)
        #expect(!found.isEmpty)
        for reference in found {
            let target = reference.split(separator: "/").dropFirst().reduce(document as Any?) { object, key in
                (object as? [String: Any])?[String(key)]
            }
            #expect(target != nil, "\(reference)")
        }
    }

    @Test func everyRefusalIsAnAnswerOfACallThatCanGiveIt() throws {
        for refusal in Refusal.allCases {
            let status = "\(APIError(refusal).status.code)"
            let answer = try object("components", "responses", status)
            #expect("\(answer)".contains(refusal.rawValue), "\(refusal.rawValue) is not among \(status)")
            let calls = try object("paths").values.filter { "\($0)".contains("#/components/responses/\(status)") }
            #expect(!calls.isEmpty, "no call answers \(status)")
        }
    }
}
