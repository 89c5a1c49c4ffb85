import Console
import Ledger

/// Asks for a password in the appliance's words; the next line answers, unseen.
func askPassword(_ answer: @escaping (String) throws(Refusal) -> Reply) -> Reply {
  let question = Question(MMPMessages.passwordPrompt, .secret) { password, _ in
    do throws(Refusal) {
      return try answer(password)
    } catch {
      return Reply(error.parts)
    }
  }
  return Reply(next: .push(question))
}
