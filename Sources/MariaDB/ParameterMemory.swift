import CMariaDB

/// The memory behind one set of bound parameters.
///
/// The library keeps pointers into it from binding to execution, so it lives on the heap and as long as this value.
struct ParameterMemory: ~Copyable {
    let binds: UnsafeMutablePointer<MYSQL_BIND>
    let count: Int
    private var blocks: [UnsafeMutableRawPointer] = []

    private init(count: Int) {
        binds = .allocate(capacity: max(1, count))
        binds.initialize(repeating: MYSQL_BIND(), count: max(1, count))
        self.count = count
    }

    /// One value per placeholder.
    init(_ values: [Value]) {
        self.init(count: values.count)
        for (index, value) in values.enumerated() {
            switch value {
            case .null: binds[index].buffer_type = MYSQL_TYPE_NULL
            case .integer(let number): bindNumbers(index, MYSQL_TYPE_LONGLONG, [number])
            case .unsigned(let number):
                bindNumbers(index, MYSQL_TYPE_LONGLONG, [number])
                binds[index].is_unsigned = 1
            case .double(let number): bindNumbers(index, MYSQL_TYPE_DOUBLE, [number])
            case .text(var text):
                text.withUTF8 { bindOne(index, MYSQL_TYPE_STRING, UnsafeRawBufferPointer($0)) }
            case .bytes(let bytes):
                bytes.withUnsafeBytes { bindOne(index, MYSQL_TYPE_LONG_BLOB, $0) }
            }
        }
    }

    /// The given rows of all columns, each column as an array: numbers side by side, others by pointer and length.
    init(_ columns: [Column], rows: Range<Int>) {
        self.init(count: columns.count)
        for (index, column) in columns.enumerated() {
            switch column {
            case .integers(let values): bindNumbers(index, MYSQL_TYPE_LONGLONG, values[rows], zero: 0)
            case .unsigned(let values):
                bindNumbers(index, MYSQL_TYPE_LONGLONG, values[rows], zero: 0)
                binds[index].is_unsigned = 1
            case .doubles(let values): bindNumbers(index, MYSQL_TYPE_DOUBLE, values[rows], zero: 0)
            case .texts(let values): bindMany(index, MYSQL_TYPE_STRING, values[rows].map { $0.map { Array($0.utf8) } })
            case .bytes(let values): bindMany(index, MYSQL_TYPE_LONG_BLOB, Array(values[rows]))
            }
        }
    }

    deinit {
        for block in blocks { block.deallocate() }
        binds.deallocate()
    }

    private mutating func allocate<T: BitwiseCopyable>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T> {
        let block = UnsafeMutablePointer<T>.allocate(capacity: max(1, count))
        blocks.append(UnsafeMutableRawPointer(block))
        return block
    }

    private mutating func bindNumbers<T: BitwiseCopyable>(
        _ index: Int, _ type: enum_field_types, _ numbers: [T]
    ) {
        let block = allocate(T.self, numbers.count)
        block.initialize(from: numbers, count: numbers.count)
        binds[index].buffer_type = type
        binds[index].buffer = UnsafeMutableRawPointer(block)
    }

    private mutating func bindNumbers<T: BitwiseCopyable>(
        _ index: Int, _ type: enum_field_types, _ numbers: ArraySlice<T?>, zero: T
    ) {
        bindNumbers(index, type, numbers.map { $0 ?? zero })
        bindIndicators(index, numbers.map { $0 == nil })
    }

    private mutating func bindOne(_ index: Int, _ type: enum_field_types, _ bytes: UnsafeRawBufferPointer) {
        let block = allocate(UInt8.self, bytes.count)
        UnsafeMutableRawBufferPointer(start: block, count: bytes.count).copyMemory(from: bytes)
        binds[index].buffer_type = type
        binds[index].buffer = UnsafeMutableRawPointer(block)
        binds[index].buffer_length = UInt(bytes.count)
        binds[index].length = allocate(UInt.self, 1)
        binds[index].length.initialize(to: UInt(bytes.count))
    }

    private mutating func bindMany(_ index: Int, _ type: enum_field_types, _ rows: [[UInt8]?]) {
        let block = allocate(UInt8.self, rows.reduce(0) { $0 + ($1?.count ?? 0) })
        let starts = allocate(UnsafeMutablePointer<UInt8>.self, rows.count)
        let lengths = allocate(UInt.self, rows.count)
        var end = block
        for (row, bytes) in rows.enumerated() {
            (starts + row).initialize(to: end)
            (lengths + row).initialize(to: UInt(bytes?.count ?? 0))
            guard let bytes else { continue }
            end.initialize(from: bytes, count: bytes.count)
            end += bytes.count
        }
        binds[index].buffer_type = type
        binds[index].buffer = UnsafeMutableRawPointer(starts)
        binds[index].length = lengths
        bindIndicators(index, rows.map { $0 == nil })
    }

    private mutating func bindIndicators(_ index: Int, _ areNull: [Bool]) {
        guard areNull.contains(true) else { return }
        let indicators = allocate(CChar.self, areNull.count)
        for (row, isNull) in areNull.enumerated() {
            (indicators + row).initialize(
                to: CChar(isNull ? STMT_INDICATOR_NULL.rawValue : STMT_INDICATOR_NONE.rawValue))
        }
        binds[index].u.indicator = indicators
    }
}
