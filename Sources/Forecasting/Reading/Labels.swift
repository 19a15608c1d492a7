/// Numbers for names, in the order in which the names are first met.
struct Labels<Name: Hashable & Sendable>: Sendable {
    private var numbers: [Name: Int] = [:]

    mutating func number(of name: Name) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = numbers.count
        return numbers.count - 1
    }
}
