/// Numbers that look random and are the same in every run and on every machine.
enum StableHash {
    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): a one-to-one mapping of 64 bits.
    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number for a sequence of numbers; their order matters.
    static func of(_ parts: UInt64...) -> UInt64 {
        parts.reduce(0) { mix($0 ^ $1) }
    }

    /// A number for a text: FNV-1a over its UTF-8.
    static func of(text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
