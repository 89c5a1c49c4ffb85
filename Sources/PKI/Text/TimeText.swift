private import COpenSSL

extension TextBuffer {
  /// `Sep  4 11:37:03 1989 GMT`.
  ///
  /// - Returns: false after `Bad time value`, where 1.0.2 stops printing.
  mutating func write(time: StringView) -> Bool {
    switch time.type {
    case V_ASN1_UTCTIME: write(time.bytes, yearDigits: 2)
    case V_ASN1_GENERALIZEDTIME: write(time.bytes, yearDigits: 4)
    default: writeBadTime()
    }
  }

  private mutating func write(_ time: Bytes, yearDigits: Int) -> Bool {
    // 1.0.2 demands the digits down to the minute and asks for nothing after them.
    guard let moment = Moment(time, yearDigits: yearDigits) else { return writeBadTime() }
    write(moment.month)
    write(moment.day < 10 ? "  " : " ")
    write(decimal: moment.day)
    write(" ")
    write(decimal: moment.hour, width: 2)
    write(":")
    write(decimal: moment.minute, width: 2)
    write(":")
    write(decimal: moment.second, width: 2)
    write(moment.fraction)
    write(" ")
    write(decimal: moment.year)
    if time.last == UInt8(ascii: "Z") { write(" GMT") }
    return true
  }

  private mutating func writeBadTime() -> Bool {
    write("Bad time value")
    return false
  }
}

/// The parts of a time.
private struct Moment {
  let year, day, hour, minute, second: UInt64
  let month: StaticString
  /// The decimal point and the digits after it, or nothing.
  let fraction: Bytes

  init?(_ time: Bytes, yearDigits: Int) {
    let end = yearDigits + 8
    guard time.count >= end, time[..<end].allSatisfy(\.isDigit) else { return nil }
    func pair(_ index: Int) -> UInt64 {
      UInt64(time[index] - UInt8(ascii: "0")) * 10 + UInt64(time[index + 1] - UInt8(ascii: "0"))
    }
    let number = pair(yearDigits)
    guard (1...12).contains(number) else { return nil }
    month = Self.months[Int(number) - 1]
    year = yearDigits == 4 ? pair(0) * 100 + pair(2) : pair(0) + (pair(0) < 50 ? 2_000 : 1_900)
    day = pair(yearDigits + 2)
    hour = pair(yearDigits + 4)
    minute = pair(yearDigits + 6)
    let hasSeconds = time.count >= end + 2 && time[end..<(end + 2)].allSatisfy(\.isDigit)
    second = hasSeconds ? pair(end) : 0
    // 1.0.2 knows fractions in the four-digit form only, and only after seconds.
    let tail = hasSeconds && yearDigits == 4 ? time[(end + 2)...] : time[..<0]
    fraction = Self.fraction(tail)
  }

  private static func fraction(_ tail: Bytes.SubSequence) -> Bytes {
    guard tail.first == UInt8(ascii: ".") else { return Bytes(rebasing: tail.prefix(0)) }
    return Bytes(rebasing: tail.prefix(1 + tail.dropFirst().prefix(while: \.isDigit).count))
  }

  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
