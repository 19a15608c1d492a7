extension ConfigurationBuilder {
    /// Nil where the file has none, and where it names no place or two; that is reported.
    mutating func scoreProofs() -> ProofSettings? {
        guard read.sections["scores.proofs"] != nil else { return nil }
        let proofs = SectionValues(read, "scores.proofs")
        let types = proofs.text("types").lowercased().split(separator: " ").map(String.init)
        for type in types where type.split(separator: "/", omittingEmptySubsequences: false).count != 2 {
            report(.outOfRange, proofs, "types", "has \(type), which is no media type", "Write it as application/json")
        }
        let folder = proofs.optionalText("folder").map(paths.resolve)
        let place: ProofSettings.Place?
        if read.sections["scores.proofs.bucket"] != nil {
            if folder != nil { report(.conflict, proofs, "folder", "is given beside bucket", "Remove one of the two") }
            place = bucket("scores.proofs.bucket").map { .bucket($0) }
        } else {
            if folder == nil {
                report(.missingKey, proofs, "folder", "is missing, and so is bucket", "Say where proofs are kept")
            }
            place = folder.map { .folder($0) }
        }
        return place.map { ProofSettings(place: $0, mostBytes: proofs.integer("most_bytes"), types: types) }
    }
}
