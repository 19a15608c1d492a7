import Testing

@testable import Origin

struct AllowedCoresTests {
    @Test(
        arguments: [
            ("Name:\tx\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\n", 2), ("Cpus_allowed:\t00000000,00000001\n", 1),
            ("Cpus_allowed:\tff,ffffffff\n", 40), ("Name:\tx\n", nil), ("", nil),
        ] as [(String, Int?)])
    func areCountedInTheMaskOfTheSystem(status: String, count: Int?) {
        #expect(AllowedCores.allowed(byStatus: status) == count)
    }

    @Test func thereIsAlwaysOne() { #expect(AllowedCores.count >= 1) }
}
