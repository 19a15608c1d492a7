import Glibc

/// The few functions of real numbers the models need.
enum RealMath {
    static func exp(_ value: Double) -> Double { Glibc.exp(value) }
    static func log(_ value: Double) -> Double { Glibc.log(value) }
    static func pow(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }
}
