private import COpenSSL

/// An algorithm with its parameters, borrowed.
struct Algorithm {
  let object: ObjectName
  /// The ASN.1 tag of the parameters, or `V_ASN1_UNDEF` (-1) without any.
  let parameterType: Int32
  /// The parameters when they are a SEQUENCE, whole.
  let sequence: StringView?
  /// The parameters when they are an object, as the name of a curve.
  let name: ObjectName?

  /// - Parameter pointer: `X509_ALGOR *`
  init?(_ pointer: UnsafeRawPointer?) {
    guard let algorithm = pointer?.assumingMemoryBound(to: X509_ALGOR.self).pointee else {
      return nil
    }
    let parameter = algorithm.parameter?.pointee
    object = ObjectName(algorithm.algorithm)
    parameterType = parameter?.type ?? V_ASN1_UNDEF
    sequence = parameterType == V_ASN1_SEQUENCE ? StringView(parameter?.value.sequence) : nil
    name = parameterType == V_ASN1_OBJECT ? ObjectName(parameter?.value.object) : nil
  }
}
