import Console
import Journal
import Lab
import TestSupport
import Testing
import Workstation

@testable import Tutor

@Suite("Lines for the lab that are about tasks")
struct TaskLineTests {
  @Test("the list shows what is done and how many points it brought")
  func tasks() throws {
    let lab = try VoiceCase()
    #expect(
      lab.type(":tasks") == [
        "Two tasks", "[ ] note     A note (0 of 4 points)", "[ ] request  A request (0 of 1 point)",
        "0 of 2 tasks are done, 0 of 5 points, 0 %. :next shows note.",
      ])
    lab.type("echo hi> note.txt")
    #expect(lab.remark() == ["The note is there."])
    let list = lab.type(":TASKS ")
    #expect(list.contains("[x] note     A note (4 of 4 points)"))
    #expect(list.last == "1 of 2 tasks are done, 4 of 5 points, 80 %. :next shows request.")
  }

  @Test("the next task is the first that is open, with its text as a terminal shows it")
  func next() throws {
    let lab = try VoiceCase()
    #expect(
      lab.type(":next") == [
        "note: A note (4 points)", "Write note.txt on PC1:", "    echo hi> note.txt", "as always.",
        ":hint helps on, :check looks whether it is done.",
      ])
    lab.type("echo hi> note.txt", "psftp cms1a.pod7.cms.lab -l admin -pw c1sco123", "put note.txt")
    lab.type("quit", "echo put note.txt web.csr | psftp cms1a.pod7.cms.lab -l admin -pw c1sco123")
    #expect(lab.remark().last == "2 of 2 tasks are done, 5 of 5 points, 100 %.")
    #expect(lab.type(":next") == ["No task is open: 2 of 2 tasks are done, 5 of 5 points, 100 %."])
  }

  @Test("a hint's cost is told before it is taken; what was taken is shown again for nothing")
  func hint() throws {
    let lab = try VoiceCase()
    let first = ["note: A note", "Hint 1 of 3: Look at PC1."]
    let offer = "Hint 2 of 3 costs 1 point; :hint note yes takes it."
    #expect(lab.type(":hint") == first + [offer])
    #expect(lab.type(":hint") == first + [offer])
    #expect(lab.progress?.state(of: "note").cost == 0)
    let second = first + ["Hint 2 of 3: With echo, for a point."]
    // Whoever repeats the line knows what the next one costs.
    let last = "Hint 3 of 3 costs 1 point; :hint note yes takes it."
    #expect(lab.type(":hint note yes") == second + [last])
    #expect(lab.progress?.state(of: "note").cost == 1)
    #expect(lab.type(":hint yes") == second + ["Hint 3 of 3:", "    echo hi> note.txt"])
    #expect(lab.type(":hint NOTE yes").count == 5)
    #expect(lab.progress?.state(of: "note").hints == 3)
    lab.type("echo hi> note.txt")
    _ = lab.remark()
    #expect(lab.type(":tasks").contains("[x] note     A note (2 of 4 points)"))
    #expect(lab.type(":hint request") == ["request: there are no hints."])
  }

  @Test("of a task that is done, the hints that are left cost nothing, and are named")
  func hintWhenDone() throws {
    let lab = try VoiceCase()
    lab.type("echo hi> note.txt")
    _ = lab.remark()
    func offer(_ number: Int) -> String {
      "Hint \(number) of 3 costs nothing, as this is done; :hint note shows it."
    }
    #expect(lab.type(":hint note yes").suffix(2) == ["Hint 1 of 3: Look at PC1.", offer(2)])
    #expect(lab.type(":hint note").last == offer(3))
    #expect(lab.type(":hint note yes").suffix(2) == ["Hint 3 of 3:", "    echo hi> note.txt"])
    #expect(lab.progress?.state(of: "note").cost == 0)
  }

  @Test("a check says as much as its task tells, and of all tasks a line each")
  func check() throws {
    let lab = try VoiceCase()
    let note = lab.type(":check note")
    #expect(note.first == "note: not yet" && note.count == 2 && note[1].contains("note.txt"))
    #expect(lab.type(":check request").count == 2)
    #expect(!lab.type(":check request")[1].contains("web.csr"))
    lab.type("echo hi> note.txt")
    #expect(lab.type(":check note") == ["note: passed", "The note is there."])
    let all = lab.type(":check")
    #expect(all.first == "[x] note     A note" && all[1].hasPrefix("[ ] request  "))
    #expect(all.last == "1 of 2 tasks are done, 4 of 5 points, 80 %.")
    // It was told already.
    #expect(lab.remark() == [])
  }

  /// A note, its copy, and a note that has nothing to do with them.
  private static var notes: [LabTask] {
    [
      LabTask(
        id: "note", title: "A note", text: "Write it.",
        check: Check(.file("note.txt", sameAs: nil), on: "pc1"), fail: "There is no `note.txt`."),
      LabTask(
        id: "copy", title: "A copy", text: "Copy it.",
        check: Check(.file("copy.txt", sameAs: "pc1/note.txt"), on: "pc1")),
      LabTask(
        id: "other", title: "Another", text: "Write another.",
        check: Check(.file("other.txt", sameAs: nil), on: "pc1")),
    ]
  }

  @Test("what was done and is not so any more is named where the next task needs it")
  func lapses() throws {
    let lab = try VoiceCase(Self.notes)
    lab.type("echo hi> note.txt")
    _ = lab.remark()
    #expect(lab.type(":next").first == "copy: A copy (1 point)")
    lab.type("del note.txt")
    let reminder = "note was done, and is not so any more: There is no note.txt."
    let next = lab.type(":next")
    #expect(next.prefix(2) == [reminder, "copy: A copy (1 point)"])
    #expect(lab.type(":check copy").first == "copy: not yet")
    #expect(lab.type(":check copy").last == reminder)
    let check = lab.type(":check note")
    #expect(
      check.prefix(3) == [
        "note: passed", "This was done, and is not so any more.", "There is no note.txt.",
      ])
    #expect(check.count == 4)
    #expect(lab.type(":check").first == "[x] note   This was done, and is not so any more.")
    #expect(lab.type(":check other").count == 2)
    // It stays done, and nobody has tried it.
    #expect(lab.type(":tasks").contains("[x] note   A note (1 of 1 point)"))
    #expect(lab.progress?.state(of: "note").tries == 0)
    lab.type("echo hi> note.txt", "copy note.txt copy.txt")
    _ = lab.remark()
    lab.type("del note.txt")
    #expect(lab.type(":next").first == "other: Another (1 point)")
    lab.type("echo hi> other.txt")
    _ = lab.remark()
    // Where no task is open, all of them count.
    #expect(
      lab.type(":next") == [
        reminder, "The same goes for copy.",
        "No task is open: 3 of 3 tasks are done, 3 of 3 points, 100 %.",
      ])
    lab.type("echo hi> note.txt")
    #expect(lab.type(":next").count == 1)
  }

  /// What is done by looking at a note, by having looked and keeping it, and by keeping it unseen.
  private static var looks: [LabTask] {
    let typed = Check(.said(Said.typedLine, values: [Said.line: "type note.txt"]), on: "pc1")
    let note = Check(.file("note.txt", sameAs: nil), on: "pc1")
    var look = Check(.all([Check(.any([Check(.all([typed, note]))]))]))
    look.isOtherTask = true
    let unseen = Check(.all([Check(.not(typed)), note]))
    return [
      LabTask(id: "look", title: "A look", text: "Look.", check: look, pass: "It was there."),
      LabTask(
        id: "keep", title: "Both", text: "Look, and keep it.", check: Check(.all([look, note]))),
      LabTask(id: "never", title: "None", text: "Keep it unseen.", check: unseen),
    ]
  }

  @Test("who has looked has looked, whatever becomes of the file; what was made may lapse")
  func looksStay() throws {
    let lab = try VoiceCase(Self.looks)
    lab.type("echo hi> note.txt")
    _ = lab.remark()
    lab.type("type note.txt")
    _ = lab.remark()
    lab.type("del note.txt")
    #expect(lab.type(":check look") == ["look: passed", "It was there."])
    #expect(lab.type(":check keep").contains("This was done, and is not so any more."))
    let check = lab.type(":check")
    #expect(check.first == "[x] look   A look")
    #expect(check.count { $0.hasSuffix("is not so any more.") } == 2)
    let next = lab.type(":next")
    #expect(next.first?.hasPrefix("keep was done, and is not so any more: ") == true)
    #expect(next.dropFirst().first == "The same goes for never.")
  }

  @Test("a look with the lab's own lines counts as one that was typed, and is in no journal")
  func typedLines() throws {
    let lab = try VoiceCase([
      LabTask(
        id: "look", title: "A look", text: "Look at it.",
        check: Check(
          .said(Said.typedLine, values: [Said.line: ":chain cms1a[..].cer"]), on: "pc1"),
        pass: "Seen.")
    ])
    lab.type("dir")
    let diary = Diary(of: lab.world.journal)
    for line in [":chain cms1b.cer", ":chain cms1a-none.cer", ":chain cms1a.key .cer"] {
      #expect(!lab.type(line).isEmpty && lab.remark() == [])
    }
    #expect(!lab.type(":CHAIN   \"cms1a.cer\"").isEmpty)
    #expect(lab.remark().first == "Seen.")
    let passed = diary.take()
    #expect(passed.count == 1 && passed.first?.host == "pc1" && passed.first?.actor != nil)
    guard case .passed(task: "look") = passed.first?.kind else { return #expect(Bool(false)) }
    // What the journal has is older, and proves nothing.
    #expect(lab.world.journal.lastEvent > 0)
    let state = try #require(lab.progress?.state(of: "look"))
    #expect(state.passed != nil && state.event == nil)
  }

  @Test("why counts for the message that it told of")
  func typedWhy() throws {
    let lab = try VoiceCase([
      LabTask(
        id: "why", title: "Why", text: "Ask.",
        check: Check(
          .said(
            Said.typedLine, values: [Said.line: ":why", Said.told: "cmd.file-not-found"]),
          on: "pc1"), pass: "Asked.")
    ])
    lab.type(":why", "cd nowhere", ":why")
    #expect(lab.remark() == [])
    let check = lab.type(":check why")
    #expect(check.last?.hasPrefix(":why has not been typed on PC1 after ") == true, "\(check)")
    lab.type("type none.txt", ":why")
    #expect(lab.remark().first == "Asked.")
  }

  @Test("a task that is not there, and more than one, are refused in a line")
  func wrong() throws {
    let lab = try VoiceCase()
    #expect(
      lab.type(":check nota") == [
        "There is no task `nota`; did you mean note? :tasks lists all."
      ])
    #expect(lab.type(":hint xyzzy") == ["There is no task `xyzzy`; :tasks lists all."])
    #expect(lab.type(":hint note request").count == 1)
    #expect(lab.type(":check note request").count == 1)
    #expect(lab.type(":tasks note") == [":tasks takes nothing behind it."])
  }

  @Test("without tasks a line says so")
  func none() throws {
    let lab = try VoiceCase([])
    for line in [":tasks", ":next", ":hint", ":check", ":check note"] {
      #expect(lab.type(line) == ["There are no tasks here; :why and :chain help nevertheless."])
    }
  }

  @Test("what is done is said once in each window, at a prompt for a command")
  func news() throws {
    let lab = try VoiceCase()
    let other = lab.world.workstation.seat().openWindow()
    lab.tutoring.attend(other, restart: .refused(""))
    lab.type("echo hi> note.txt")
    #expect(lab.remark() == ["The note is there."])
    #expect(lab.remark() == [])
    let screen = TextScreen()
    other.remark(on: screen)
    #expect(screen.parts.count == 1)
    // Whoever comes later has it in the list.
    let late = lab.world.workstation.seat().openWindow()
    lab.tutoring.attend(late, restart: .refused(""))
    screen.clear()
    _ = screen.take()
    late.remark(on: screen)
    #expect(screen.parts.isEmpty)
  }

  @Test("the briefing comes first, then how to ask, once")
  func greeting() throws {
    let lab = try VoiceCase(briefing: "Nobody can\njoin.\n\nFind out *why*.", greets: true)
    let hint = "Lines with a colon in front are for the lab: :help lists them."
    #expect(lab.remark() == ["Nobody can join.", "Find out why.", hint])
    #expect(lab.remark() == [])
  }
}
