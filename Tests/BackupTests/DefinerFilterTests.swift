import Testing

@testable import Backup

@Suite struct DefinerFilterTests {
    private static let dump = """
        /*!50001 CREATE ALGORITHM=UNDEFINED */
        /*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
        /*!50001 VIEW `v` AS select 1 */;
        INSERT INTO `t` VALUES ('/*!50013 DEFINER=`a`@`b` SQL SECURITY DEFINER */'),('x');
        /*!50013 DEFINER=`a`@`b` SQL SECURITY INVOKER */
        /*!50013 DEFINER
        /*!50013 DEFINER=without what follows
        /*!5
        """
    private static let expected = """
        /*!50001 CREATE ALGORITHM=UNDEFINED */
        /*!50013 SQL SECURITY DEFINER */
        /*!50001 VIEW `v` AS select 1 */;
        INSERT INTO `t` VALUES ('/*!50013 DEFINER=`a`@`b` SQL SECURITY DEFINER */'),('x');
        /*!50013 SQL SECURITY INVOKER */
        /*!50013 DEFINER
        /*!50013 DEFINER=without what follows
        /*!5
        """

    @Test(arguments: [1, 2, 3, 5, 17, 64, 10_000]) func takesAccountsOutWhereverThePiecesAreCut(count: Int) {
        var filter = DefinerFilter()
        var output: [UInt8] = []
        let bytes = Array(Self.dump.utf8)
        for start in stride(from: 0, to: bytes.count, by: count) {
            output += filter.update(Array(bytes[start..<min(start + count, bytes.count)]))
        }
        output += filter.finish()
        #expect(String(decoding: output, as: UTF8.self) == Self.expected)
    }

    @Test func holdsNoLongLineBack() {
        var filter = DefinerFilter()
        let line = Array("/*!50013 DEFINER=".utf8) + [UInt8](repeating: 97, count: 2000)
        #expect(filter.update(line) == line)
        #expect(filter.update([10]) == [10])
        #expect(filter.finish().isEmpty)
    }
}
