import Ledger

/// Why a command did nothing, in the window's words.
struct Complaint: Error {
  let saying: Saying
  let status: Int

  init(_ saying: Saying, status: Int = 1) {
    self.saying = saying
    self.status = status
  }

  init(_ failure: DriveFault) { self.init(failure.saying) }
}
