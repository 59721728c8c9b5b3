// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Order: rank correlation and moves")
struct StepOrderTests {
  private func steps(_ letters: String) -> [Int] {
    letters.unicodeScalars.map { Int($0.value) - 65 }
  }

  private func text(_ move: StepMove) -> String {
    func letter(_ step: Int) -> Character {
      Character(Unicode.Scalar(UInt8(65 + step)))
    }
    return "\(letter(move.step)) \(move.direction) after \(move.after.map { letter($0) } ?? "-")"
  }

  /// Reference values of the project: pairs in the right order and τ (omitted steps counted
  /// as wrong).
  @Test(
    "agrees with the reference values",
    arguments: [
      ("ABCDE", 10, 10_000), ("BACDE", 9, 8000), ("EABCD", 6, 2000), ("BCDEA", 6, 2000),
      ("EDCBA", 0, -10_000), ("ABDCE", 9, 8000), ("ABC", 3, -4000), ("CABDE", 8, 6000),
    ])
  func reference(response: String, pairs: Int, tau: Int) {
    let judged = StepOrder(count: 5).judge(steps(response))
    #expect(judged.pairsRight == pairs && judged.pairsFixed == 10)
    #expect(judged.tau == tau)
    #expect(judged.share.credit.rawValue == max(0, tau))
  }

  @Test(
    "corrects by the fewest moves",
    arguments: [
      ("ABCDE", []), ("EABCD", ["E down after D"]), ("BCDEA", ["A up after -"]),
      ("ABCED", ["D up after C"]), ("ADBCE", ["D down after C"]),
      ("ABEC", ["C up after B", "D add after C"]),
      ("CABDE", ["C down after B"]),
      ("", ["A add after -", "B add after A", "C add after B", "D add after C", "E add after D"]),
      ("EDCBA", ["A up after -", "B up after A", "C up after B", "D up after C"]),
    ] as [(String, [String])])
  func moves(response: String, moves: [String]) {
    let judged = StepOrder(count: 5).judge(steps(response))
    #expect(judged.moves.map(text) == moves)
  }

  @Test("every order of five steps is put right by its moves, and by none fewer")
  func movesAreRight() {
    var orders: [[Int]] = [[]]
    for step in 0..<5 {
      orders = orders.flatMap { order in
        (0...order.count).map { place in
          var order = order
          order.insert(step, at: place)
          return order
        }
      }
    }
    #expect(orders.count == 120)
    for order in orders {
      let moves = StepOrder(count: 5).judge(order).moves
      var corrected = order
      for move in moves {
        guard let place = corrected.firstIndex(of: move.step) else { continue }
        corrected.remove(at: place)
        let target = move.after.flatMap { corrected.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        // Moves go by the key's order, so a step above may stand on either side by now; seen
        // from the kept steps the direction is the one that was said.
        corrected.insert(move.step, at: target)
      }
      #expect(corrected == [0, 1, 2, 3, 4])
      #expect(moves.count == 5 - longestIncreasing(order))
    }
  }

  /// By trying every subset: slow, and surely right.
  private func longestIncreasing(_ order: [Int]) -> Int {
    (0..<(1 << order.count)).map { bits in
      let run = order.indices.filter { bits >> $0 & 1 == 1 }.map { order[$0] }
      return run == run.sorted() ? run.count : 0
    }.max() ?? 0
  }

  @Test("a free step counts in no pair and never moves")
  func free() {
    let key = StepOrder(count: 5, free: [2])
    for response in ["ABCDE", "CABDE", "ABDEC", "ABDE"] {
      let judged = key.judge(steps(response))
      #expect(judged.pairsFixed == 6 && judged.share == .full && judged.moves.isEmpty)
    }
    let judged = key.judge(steps("CBADE"))
    #expect(judged.tau == 6667)
    #expect(judged.share.credit.rawValue == 6667)
    #expect(
      judged.moves.map(text) == ["A up after -"] || judged.moves.map(text) == ["B down after A"])
  }

  @Test("a broken gate earns nothing")
  func gates() {
    let key = StepOrder(count: 4, gates: [.init(0, before: 3), .init(1, before: 2)])
    #expect(key.judge([1, 0, 2, 3]).share.credit.rawValue == 6667)
    let broken = key.judge([3, 0, 1, 2])
    #expect(broken.brokenGates == [.init(0, before: 3)] && broken.share == .none)
    #expect(key.judge([2]).brokenGates == [.init(1, before: 2)])
    #expect(key.judge([0, 1]).brokenGates.isEmpty)
  }

  @Test("where the key fixes no pair, placing the steps is all there is")
  func nothingFixed() {
    let key = StepOrder(count: 2, free: [0, 1])
    #expect(key.judge([1, 0]).share == .full)
    #expect(key.judge([1]).share == Share(1, of: 2))
    #expect(key.judge([]).tau == nil)
  }

  @Test("steps named twice or unknown do no harm")
  func odd() {
    #expect(StepOrder(count: 3).judge([0, 0, 7, -1, 1, 2, 0]).share == .full)
  }
}
