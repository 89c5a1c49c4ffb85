import Ledger

extension Rule {
  /// Whose verdicts `pki verify` and `pki match` give.
  static let verification: [Rule] = [
    Rule(
      "rule.verify-library",
      "Up to 2.9 `pki verify` decides as OpenSSL 1.0.2 does: at each step the first certificate of "
        + "the bundle that fits by names, key identifiers and key usage, whatever its dates.",
      .inferred,
      "`pki inspect` prints as 1.0.2 does (TAC 212217), so its library verifies; the rules were "
        + "measured with 1.0.2q, but those for a third file are from its source"),
    Rule(
      "rule.verify-library-3",
      "From 3.0 `pki verify` and `pki match` decide as the OpenSSL 3 of this program does.",
      .inferred, "UNKNOWN which library 3.x has; the number changes where much else does"),
    Rule(
      "rule.verify-first", "`pki verify` names the first thing that is wrong, and nothing else.",
      .inferred,
      "UNKNOWN; the library stops there, though `openssl verify` goes on after some errors"),
    Rule(
      "rule.verify-keys",
      "Up to 2.9 keys of Ed25519, Ed448, X25519, SM2 and RSA-PSS match nothing and certify nothing.",
      .inferred, "OpenSSL 1.0.2 cannot load them"),
    Rule(
      "rule.unlock-ciphers",
      "Up to 2.9 ARIA, SM4, ChaCha20, scrypt, SHA-3 and the short forms of SHA-512 are unknown "
        + "ciphers to `pki unlock` and `pki pkcs12-to-ssh`.",
      .inferred, "OpenSSL 1.0.2q opens no key that is encrypted with them"),
    Rule(
      "rule.verify-serial",
      "Up to 2.9 a serial number may have needless leading zeros; from 3.0 such a certificate cannot "
        + "be read.",
      .inferred, "1.0.2 loads it, OpenSSL 3 calls it illegal padding"),
    Rule(
      "rule.verify-names",
      "A certificate whose names hold characters that their type does not allow cannot be read.",
      .inferred,
      "1.0.2 loads it, and a number without a digit where an algorithm has its parameters; the "
        + "OpenSSL 3 of this program does not, which is rare: one of 1,000 mutated certificates"),
    Rule(
      "rule.verify-digests", "Up to 2.9 signatures with MD4, MDC2 and SHA-0 fail with error 7.",
      .inferred,
      "1.0.2 has these digests, the OpenSSL 3 of this program has them wrong or not at all; a "
        + "root's own signature is not checked"),
    Rule(
      "rule.verify-effort",
      "Up to 2.9 names that meet more constraints than can be compared in a second end with error "
        + "1.",
      .inferred, "1.0.2 would compare for hours; this protects the host"),
  ]
}
