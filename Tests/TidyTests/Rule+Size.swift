extension Rule {
    static let fileLimitLines = 300
    static let functionLimitLines = 70
    static let widthLimitColumns = 120

    static let size: [Rule] = [
        Rule(name: "a file has at most \(fileLimitLines) lines", areas: everywhere) { file in
            file.lines.count <= fileLimitLines ? [] : [file.finding(1, "\(file.lines.count) lines: split it")]
        },
        Rule(name: "a line has at most \(widthLimitColumns) columns", areas: everywhere) { file in
            file.lines.enumerated().filter { $0.element.count > widthLimitColumns }
                .map { file.finding($0.offset + 1, "\($0.element.count) columns") }
        },
        Rule(name: "a function has at most \(functionLimitLines) lines", areas: everywhere) { file in
            file.declarations.filter { ($0.isFunction || $0.keyword == "var") && $0.lineCount > functionLimitLines }
                .map { file.finding($0.firstLine, "\($0.keyword) \($0.name) has \($0.lineCount) lines") }
        },
    ]
}
