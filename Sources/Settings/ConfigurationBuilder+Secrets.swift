extension ConfigurationBuilder {
    /// What the variable of `name_env` or the file of `name_file` holds; nil where neither is given, and where there is
    /// a problem, which is reported.
    mutating func secret(_ section: SectionValues, _ name: String) -> Secret? {
        let variable = section.optionalText("\(name)_env")
        let path = section.optionalText("\(name)_file")
        if variable != nil && path != nil {
            report(.conflict, section, "\(name)_file", "is given beside \(name)_env", "Remove one of the two")
            return nil
        }
        do {
            if let variable { return try secrets.secret(inVariable: variable) }
            if let path { return try secrets.secret(inFile: paths.resolve(path)) }
        } catch {
            let key = variable == nil ? "\(name)_file" : "\(name)_env"
            report(
                error.kind, section, key, "names a \(variable == nil ? "file" : "variable") that \(error.wrong)",
                error.right)
        }
        return nil
    }
}
