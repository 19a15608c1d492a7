/// The sum of products of two rows of numbers, eight at a time: the one loop in which a fit spends its time.
enum InnerProduct {
    /// - Parameter count: how many numbers both pointers have.
    @inline(__always)
    static func of(_ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, count: Int) -> Double {
        let (leftBytes, rightBytes) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        var (first, second) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
        var index = 0
        while index + 8 <= count {
            let offset = index * 8
            first +=
                leftBytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
                * rightBytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
            second +=
                leftBytes.loadUnaligned(fromByteOffset: offset + 32, as: SIMD4<Double>.self)
                * rightBytes.loadUnaligned(fromByteOffset: offset + 32, as: SIMD4<Double>.self)
            index += 8
        }
        var sum = (first + second).sum()
        while index < count {
            sum += left[index] * right[index]
            index += 1
        }
        return sum
    }
}
