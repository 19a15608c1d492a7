/// What players call themselves: made-up names in several scripts, and some that break careless programs.
enum PlayerNames {
    /// The name that belongs to a number. About one in forty is a nasty one.
    static func name(for number: UInt64) -> String {
        let choice = StableHash.mix(number)
        if choice % 40 == 0 { return pick(nasty, choice >> 8) }
        let base = pick(plain, choice >> 8)
        switch choice >> 32 % 6 {
        case 0: return base + pick(suffixes, choice >> 40)
        case 1: return pick(prefixes, choice >> 40) + base
        case 2: return base + String(choice >> 40 % 100)
        default: return base
        }
    }

    /// What a player says of themselves.
    static func word(for number: UInt64) -> String { pick(words, StableHash.mix(number)) }

    private static func pick(_ list: [String], _ number: UInt64) -> String { list[Int(number % UInt64(list.count))] }

    private static let plain = [
        "さくら", "みかん大福", "ねこまる", "そらいろ", "もちもち", "しおん", "ゆずき", "こはく", "なのは", "あおい",
        "るか", "ひより", "月島", "青葉", "夜更かし隊", "走る急須", "銀河鉄道", "無限ループ", "はちみつレモン",
        "カフェオレ", "トマトジュース", "サイコロ", "ペンギン係長", "アルパカ", "低気圧", "귤나무", "하늘바라기",
        "민트초코", "새벽감성", "고양이집사", "별사탕", "달빛", "느림보", "콩떡", "해바라기", "小籠包", "奶茶三分糖",
        "不想上班", "風鈴", "Pixel", "Lumen", "mochi", "Quiet Storm", "noodle", "Aster", "biscuit", "velvet",
        "Orbit", "kestrel", "Juniper", "Zoë", "Łukasz", "Ångström", "señor búho", "🐧", "🍓🍰", "🌙✨",
        "👩‍👩‍👧‍👦", "🏳️‍🌈rain", "e\u{301}toile", "ليلى", "نجمة الصباح", "שלום", "דובי", "ณัฐ", "नमस्ते",
        "Звезда",
    ]

    private static let prefixes = ["☆", "【固定】", "†", "♪", "ex-", "㍿", "🔥"]
    private static let suffixes = ["☆", "＠周回中", "@100位目標", "†", "♡", "ฅ^•ﻌ•^ฅ", "😴", "(仮)", "²", " zzz"]

    private static let nasty = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\u{0}b",
        "\u{7}bell\u{1B}[31mred", "two\nlines\r\ttab", "\u{202E}desrever", "\u{2066}\u{202E}isolated",
        "Z\u{351}\u{34B}a\u{30D}\u{310}l\u{334}\u{321}g\u{327}o\u{322}", "\u{200B}", "", "   ",
        "{{{name}}}", "=1+1", "'; DROP TABLE players;--", "\\\"\\u0000", "%00%2e%2e/",
        "\u{FFFD}\u{FEFF}", "\u{E000}\u{10FFFF}", "&lt;b&gt;", "]]>", "\u{85}\u{2028}\u{2029}", "ﷺﷺﷺﷺ",
    ]

    private static let words = [
        "よろしくお願いします", "", "ベスト30目指してます🎯", "ねむい", "잘 부탁해요!", "looking for a 5-player room",
        "<b>hi</b>", "平日夜のみ", "مرحبا", "♪～(´ε｀ )", "line one\nline two",
    ]
}
