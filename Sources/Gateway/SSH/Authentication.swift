import Appliance
import CSSH
import Journal
import PKI

/// Logging in: keyboard-interactive with the machine's prompt if it has one, by password, or with a
/// public key, which on an appliance lies as `<user>.pub` (shell.md 2, 10).
final class Authentication {
  private unowned let connection: Connection
  private let callbacks = UnsafeMutablePointer<ssh_server_callbacks_struct>.allocate(capacity: 1)
  /// Who asked for the prompt: libssh does not say it again when the answer comes.
  private var promptedUser: String?
  /// Whether that name was cut at a zero.
  private var isPromptedUserCut = false
  /// Whoever knocks, with the tries they have had; nil before the first.
  private var caller: DoorCaller?

  init(of connection: Connection) {
    self.connection = connection
    callbacks.initialize(to: ssh_server_callbacks_struct())
    callbacks.pointee.size = MemoryLayout<ssh_server_callbacks_struct>.size
    let context = Unmanaged.passUnretained(self).toOpaque()
    callbacks.pointee.userdata = context
    callbacks.pointee.auth_none_function = { _, _, context in
      Authentication.of(context)?.promptedUser = nil
      return authenticationDenied
    }
    callbacks.pointee.auth_password_function = { _, user, password, context in
      guard let user, let password, let self = Authentication.of(context) else {
        return authenticationDenied
      }
      self.promptedUser = nil
      let isCut = !self.connection.hasSoundCredentials
      return self.tryPassword(
        String(cString: password), of: String(cString: user), isCut: isCut)
        ? authenticationGranted : authenticationDenied
    }
    callbacks.pointee.auth_pubkey_function = { _, user, key, state, context in
      guard let user, let self = Authentication.of(context) else { return authenticationDenied }
      self.promptedUser = nil
      return self.tryKey(key, of: String(cString: user), signature: state)
        ? authenticationGranted : authenticationDenied
    }
    callbacks.pointee.channel_open_request_session_function = { _, context in
      Authentication.of(context)?.connection.openChannel()
    }
    ssh_set_server_callbacks(connection.session, callbacks)
    let prompted = prompt == nil ? 0 : SSH_AUTH_METHOD_INTERACTIVE
    ssh_set_auth_methods(
      connection.session, Int32(prompted | SSH_AUTH_METHOD_PASSWORD | SSH_AUTH_METHOD_PUBLICKEY))
    // libssh 0.10 has no callback for keyboard-interactive: it comes with all that is left over.
    ssh_set_message_callback(
      connection.session,
      { _, message, context in Authentication.of(context)?.handle(message) ?? 1 }, context)
  }

  deinit { callbacks.deallocate() }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Authentication? {
    context.map { Unmanaged<Authentication>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A message no callback took. 1 leaves the answer to libssh: a refusal, but for services.
  private func handle(_ message: OpaquePointer?) -> Int32 {
    guard ssh_message_type(message) == Int32(SSH_REQUEST_AUTH.rawValue),
      ssh_message_subtype(message) == Int32(SSH_AUTH_METHOD_INTERACTIVE), connection.guest == nil
    else { return 1 }
    guard ssh_message_auth_kbdint_is_response(message) != 0 else { return ask(message) }
    guard let user = promptedUser, ssh_userauth_kbdint_getnanswers(connection.session) == 1,
      let answer = ssh_userauth_kbdint_getanswer(connection.session, 0)
    else { return 1 }
    promptedUser = nil
    let isCut = isPromptedUserCut || !connection.hasSoundCredentials
    guard tryPassword(String(cString: answer), of: user, isCut: isCut) else {
      // Whoever is sent away is told that instead: a refusal would have OpenSSH ask once more.
      return connection.farewell == nil ? 1 : 0
    }
    ssh_message_auth_reply_success(message, 0)
    return 0
  }

  private func ask(_ message: OpaquePointer?) -> Int32 {
    guard let prompt, let user = ssh_message_auth_user(message) else { return 1 }
    promptedUser = String(cString: user)
    // The answer comes in a packet of its own, which says nothing of the name.
    isPromptedUserCut = !connection.hasSoundCredentials
    return prompt.withCString { prompt in
      var prompts: [UnsafePointer<CChar>?] = [prompt]
      var echo: [CChar] = [0]
      ssh_message_auth_interactive_request(message, "", "", 1, &prompts, &echo)
      return 0
    }
  }

  /// - Parameter isCut: libssh hands strings over up to their first zero: that is not what was typed.
  private func tryPassword(_ password: String, of user: String, isCut: Bool) -> Bool {
    guard mayTry, let caller = knock() else { return false }
    let admission =
      isCut ? caller.offerNothing(user) : caller.offerPassword(password, user)
    if case .refused = admission { connection.holdBack(failureOf: user) }
    return heed(admission)
  }

  /// Judges an offered key, or a signature that libssh has checked.
  private func tryKey(
    _ key: OpaquePointer?, of user: String, signature: CChar
  ) -> Bool {
    guard mayTry, let caller = knock() else { return false }
    let state = UInt32(bitPattern: Int32(signature))
    let isSound =
      state == UInt32(SSH_PUBLICKEY_STATE_NONE.rawValue)
      || state == UInt32(SSH_PUBLICKEY_STATE_VALID.rawValue)
    let admission = caller.offerKey(user) { authorized in
      guard let key, isSound, connection.hasSoundCredentials else { return false }
      return authorized.isSame(as: key)
    }
    // An offer without a signature only asks whether it is worth one.
    if case .admitted = admission, state == UInt32(SSH_PUBLICKEY_STATE_NONE.rawValue) {
      return true
    }
    return heed(admission)
  }

  /// Lets in whoever may come in; puts out who has had enough tries.
  private func heed(_ answer: DoorCaller.Answer) -> Bool {
    switch answer {
    case .admitted(let guest):
      guard connection.logIn(guest) else {
        caller?.turnAway(guest.account.name)
        return false
      }
      return true
    case .refused(let isLast):
      if isLast { giveUp() }
      return false
    }
  }

  /// Whoever knocks at the machine; nil if there is none to be had.
  private func knock() -> DoorCaller? {
    if let caller { return caller }
    let peer = connection.peer
    caller = connection.endpoint.machine().map {
      DoorCaller(at: $0, from: .network(address: peer.address, port: peer.port))
    }
    return caller
  }

  /// What is asked for the password with; nil if that is left to clients.
  private var prompt: String? { connection.endpoint.passwordPrompt }

  private var mayTry: Bool { connection.guest == nil && connection.farewell == nil }

  private func giveUp() { connection.farewell = "Too many authentication failures" }
}

private let authenticationGranted = Int32(SSH_AUTH_SUCCESS.rawValue)
private let authenticationDenied = Int32(SSH_AUTH_DENIED.rawValue)

extension SSHPublicKey {
  /// Whether libssh's `key` is the same one.
  fileprivate func isSame(as key: OpaquePointer) -> Bool {
    let base64 = text.dropFirst(algorithm.utf8.count + 1).dropLast()
    var own: OpaquePointer?
    guard
      ssh_pki_import_pubkey_base64(
        String(decoding: base64, as: UTF8.self), ssh_key_type_from_name(algorithm), &own) == SSH_OK
    else { return false }
    defer { ssh_key_free(own) }
    return ssh_key_cmp(own, key, SSH_KEY_CMP_PUBLIC) == 0
  }
}
