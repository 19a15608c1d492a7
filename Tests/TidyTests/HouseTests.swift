import Testing

/// The whole repository against every rule.
struct HouseTests {
    let repository: Repository

    init() throws { repository = try Repository.current.get() }

    @Test(arguments: Rule.all)
    func isKept(_ rule: Rule) {
        let findings = repository.swiftFiles.flatMap(rule.findings)
        #expect(findings.isEmpty, "\(list(findings))")
    }

    @Test func areKeptAcrossFiles() {
        let requirements = repository.swiftFiles.flatMap(\.declarations).filter(\.isRequirement).map(\.name)
        for rule in Rule.imports(repository.manifest) + [.explained(Set(requirements))] {
            let findings = repository.swiftFiles.flatMap(rule.findings)
            #expect(findings.isEmpty, "\(rule.name):\n\(list(findings))")
        }
    }

    @Test func everyCLibraryIsImportedByOneTarget() {
        for library in repository.manifest.cLibraries {
            let importers = Set(
                repository.swiftFiles.filter { $0.area != .manifest && $0.imports.contains { $0.module == library } }
                    .map(\.target))
            #expect(importers.count == 1, "\(library) is imported by \(importers.sorted())")
        }
    }

    /// Guards the rules themselves: a search that finds no file would pass them all.
    @Test func theRepositoryIsRead() {
        let manifest = repository.manifest
        let areas = Set(repository.swiftFiles.map(\.area))
        let libraries = Set(repository.swiftFiles.filter { $0.area == .library }.map(\.target))
        #expect(manifest.libraries.contains("Rankings"))
        #expect(manifest.programs.contains("borderline"))
        #expect(manifest.dependencies["MariaDB"]?.contains("CMariaDB") == true)
        #expect(areas.isSuperset(of: [.library, .program, .test, .manifest]))
        #expect(libraries.subtracting(manifest.targets).isEmpty, "folders without a target")
    }

    private func list(_ findings: [Finding]) -> String { findings.map(\.description).joined(separator: "\n") }
}
