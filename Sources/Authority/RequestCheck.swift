internal import PKI

/// What an authority looks at between reading a request and issuing its certificate: a row of the
/// list ``all``, which is gone through from the top until a check is not passed.
public struct RequestCheck: Sendable, Equatable {
  /// The check in a word, for who is told of a denial.
  public let name: String
  /// What Windows says of a request that does not pass.
  public let words: DenialWords
  private let isPassed: @Sendable (Application) -> Bool

  private init(
    _ name: String, _ words: DenialWords, isPassed: @escaping @Sendable (Application) -> Bool
  ) {
    self.name = name
    self.words = words
    self.isPassed = isPassed
  }

  /// Checks are the same whose names are.
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  /// The first check that `application` does not pass; nil if it passes all.
  static func firstFailure(of application: Application) -> RequestCheck? {
    all.first { !$0.isPassed(application) }
  }

  /// All of them in their order: the subject, the signature, the template and who may have it, the
  /// key.
  public static let all = [
    subject, anyName, ownName, signature, templateNamed, template, enrollment, keySize,
    keyAlgorithm,
  ]

  /// No attribute of the subject is too long or no text.
  public static let subject = RequestCheck("badSubject", .badSubject) { application in
    application.request.subjectAttributes.allSatisfy(SubjectRule.isKept)
  }
  /// There is a subject, or an alternative name at least.
  public static let anyName = RequestCheck("noName", .badSubject) { application in
    application.request.hasAlternativeNames
      || application.request.subjectAttributes.contains { $0.value?.isEmpty == false }
  }
  /// The subject is not the authority's own.
  public static let ownName = RequestCheck("authorityName", .badSubject) { application in
    !application.request.hasSubject(of: application.authority)
  }
  /// The key in the request made its signature.
  public static let signature = RequestCheck("badSignature", .badSignature) { application in
    application.request.isSignedByItsKey
  }
  /// The attributes name a template.
  public static let templateNamed = RequestCheck("noTemplate", .noTemplate) { application in
    application.templateName?.isEmpty == false
  }
  /// The authority publishes it.
  public static let template = RequestCheck(
    "unsupportedTemplate", .unsupportedTemplate
  ) { application in application.template != nil }
  /// The account may enroll for it.
  public static let enrollment = RequestCheck("notAllowed", .notAllowed) { application in
    application.mayEnroll
  }
  /// The key is as large as the template wants it.
  public static let keySize = RequestCheck("keyTooSmall", .keyLength) { application in
    application.request.keyBits >= application.template?.minimumKey ?? 0
  }
  /// The key is of the kind the template is for.
  public static let keyAlgorithm = RequestCheck("otherAlgorithm", .keyLength) { application in
    application.template?.algorithm?.isAlgorithm(of: application.request) ?? true
  }
}

/// A request before its authority.
struct Application {
  /// What is asked for.
  let request: CertificateRequest
  /// The authority's certificate.
  let authority: Certificate
  /// The template the request's attributes name.
  let templateName: String?
  /// That template; nil if the authority does not publish it.
  let template: CertificateTemplate?
  /// Who asks; nil for the user logged on, who may enroll for every template.
  let account: DomainAccount?

  /// Whether the account may enroll for the template.
  var mayEnroll: Bool {
    guard let account, let enrollers = template?.enrollers else { return true }
    return enrollers.contains { $0.lowercased() == account.name.lowercased() }
  }
}
