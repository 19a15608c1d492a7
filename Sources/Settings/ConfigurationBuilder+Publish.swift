extension ConfigurationBuilder {
    mutating func publish() -> PublishSettings {
        var settings = PublishSettings()
        if read.sections["publish.bucket"] != nil {
            let coding = SectionValues(read, "publish.bucket").text("coding")
            settings.bucket = bucket("publish.bucket").map { PublishBucketSettings(bucket: $0, coding: coding) }
        }
        if read.sections["publish.purge"] != nil { settings.purge = purge() }
        return settings
    }

    private mutating func purge() -> PurgeSettings {
        let section = SectionValues(read, "publish.purge")
        let settings = PurgeSettings(
            method: section.text("method"), url: section.text("url"), plainHeaders: section.headers("headers"),
            headers: secretHeaders(section), body: section.optionalText("body"), batch: section.integer("batch"),
            interval: section.duration("interval"))
        let words = settings.url + (settings.body ?? "")
        let wholes = ["{url}", "{encoded_url}", PurgeSettings.list]
        let isNamed = (wholes + ["{path}"]).contains(where: words.contains)
        if !isNamed {
            report(
                .missingKey, section, "url", "names nothing to purge",
                "Write {url} or {path} into it, or \(PurgeSettings.list) into publish.purge.body")
        }
        if wholes.contains(where: words.contains) && SectionValues(read, "site").optionalText("url") == nil {
            report(
                .missingKey, SectionValues(read, "site"), "url", "is missing beside publish.purge",
                "Write the public address, which caches know files by")
        }
        return settings
    }

    private mutating func secretHeaders(_ section: SectionValues) -> [String: Secret] {
        var headers: [String: Secret] = [:]
        for (header, variable) in section.variables("headers_env").sorted(by: { $0.key < $1.key }) {
            do {
                headers[header] = try secrets.secret(inVariable: variable)
            } catch {
                report(
                    error.kind, section, "headers_env", "names a variable for \(header) that \(error.wrong)",
                    error.right)
            }
        }
        for (header, path) in section.files("headers_file").sorted(by: { $0.key < $1.key }) {
            do {
                headers[header] = try secrets.secret(inFile: paths.resolve(path))
            } catch {
                report(
                    error.kind, section, "headers_file", "names a file for \(header) that \(error.wrong)", error.right)
            }
        }
        return headers
    }
}
