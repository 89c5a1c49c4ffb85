private import CSQLite

/// A value in a database.
enum Value {
  case null
  case number(Int64)
  case text(String)
  case bytes([UInt8])
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  init(integerLiteral value: Int64) { self = .number(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(nilLiteral: ()) { self = .null }

  init(_ number: Int) { self = .number(Int64(number)) }
  init(_ number: Int64?) { self = number.map(Value.number) ?? .null }
  init(_ text: String?) { self = text.map(Value.text) ?? .null }
  init(_ bytes: [UInt8]?) { self = bytes.map(Value.bytes) ?? .null }
}

/// One statement, prepared; columns count from 0.
final class Statement {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// Frees it; nothing else may follow.
  func finalize() { sqlite3_finalize(pointer) }

  /// Ends what it was doing; its values stay until others are given.
  func rewind() { sqlite3_reset(pointer) }

  /// Ends what it was doing, and forgets its values.
  func reset() {
    rewind()
    sqlite3_clear_bindings(pointer)
  }

  /// Gives the values that stand for its question marks.
  func bind(_ values: [Value]) throws(StoreFault) {
    for (index, value) in values.enumerated() {
      guard bind(value, at: Int32(index + 1)) == SQLITE_OK else { throw fault }
    }
  }

  private func bind(_ value: Value, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(pointer, index)
    case .number(let number): return sqlite3_bind_int64(pointer, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        // No address means null, which is another value than nothing.
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          bytes.isEmpty
            ? csqlite_bind_text(pointer, index, "", 0)
            : csqlite_bind_text(pointer, index, bytes.baseAddress, Int32(bytes.count))
        }
      }
    case .bytes(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(pointer, index, 0) }
      return bytes.withUnsafeBytes { bytes in
        csqlite_bind_blob(pointer, index, bytes.baseAddress, Int32(bytes.count))
      }
    }
  }

  /// Goes to the next row; false if there is none.
  func step() throws(StoreFault) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw fault
    }
  }

  private var fault: StoreFault { Database.fault(of: sqlite3_db_handle(pointer)) }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }

  /// A number of the row; 0 where there is none.
  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  /// A number of the row that counts something; what nobody has counted, in a file that was changed,
  /// is cut to what somebody could have.
  func count(_ column: Int32) -> Int { Int(min(max(number(column), 0), 1_000_000)) }

  /// A number of the row; nil where there is none.
  func numberIfAny(_ column: Int32) -> Int64? { isNull(column) ? nil : number(column) }

  /// A text of the row; empty where there is none.
  func text(_ column: Int32) -> String { textIfAny(column) ?? "" }

  /// A text of the row; nil where there is none.
  func textIfAny(_ column: Int32) -> String? {
    guard let text = sqlite3_column_text(pointer, column) else { return nil }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  /// Bytes of the row; nil where there are none.
  func bytesIfAny(_ column: Int32) -> [UInt8]? {
    guard !isNull(column) else { return nil }
    let bytes = sqlite3_column_blob(pointer, column)
    let count = Int(sqlite3_column_bytes(pointer, column))
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
