/// The values of a file by full key (`games[0].id`), each with the line it stands in.
struct ReadValues {
    struct Located {
        let value: Value
        let line: Int?
    }

    var values: [String: Located] = [:]
    /// Full keys that the file holds, those whose values were refused as well.
    var keys: Set<String> = []
    /// Lines of the sections that are there, by path.
    var sections: [String: Int?] = [:]
    /// How many elements each list has, by path.
    var counts: [String: Int] = [:]
}
