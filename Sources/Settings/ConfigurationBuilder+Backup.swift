extension ConfigurationBuilder {
    mutating func backup() -> BackupSettings {
        let backup = SectionValues(read, "backup")
        let passphrase = secret(backup, "passphrase")
        let folder = backup.optionalText("folder").map(paths.resolve)
        guard read.sections["backup.bucket"] != nil else {
            return BackupSettings(place: folder.map { .folder($0) }, passphrase: passphrase)
        }
        let bucket = bucket("backup.bucket")
        if folder != nil { report(.conflict, backup, "folder", "is given beside bucket", "Remove one of the two") }
        return BackupSettings(place: bucket.map { .bucket($0) }, passphrase: passphrase)
    }
}
