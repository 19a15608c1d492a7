import Hexadecimal
import Testing

@Suite struct HexadecimalTests {
    @Test func everyByteIsTwoDigitsInLowerCase() {
        #expect([UInt8]().hexadecimal.isEmpty)
        #expect([0, 1, 15, 16, 0xAB, 0xFF].hexadecimal == "00010f10abff")
    }
}
