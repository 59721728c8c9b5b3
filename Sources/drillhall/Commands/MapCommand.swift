// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit
import Library
import Reports

/// `drillhall map DRILL`: scenes and the ways between them, as a picture.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draw the scenes of a drill and the ways between them.",
    discussion: """
      On each way stands which answers lead there and what they earn. A way on which every answer is \
      a critical failure is drawn in red, or with a thick line in Mermaid; where only some are, \
      “fails” stands behind them. A scene that nothing leads to has a dotted line. \
      Mermaid can be pasted into Markdown, where forges draw it; SVG is drawn by Graphviz (the \
      program dot).
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case dot, mermaid, svg }

  @Argument(help: ArgumentHelp("The drill's id or file.", valueName: "drill"))
  var drill: String

  @Option(name: .long, help: "dot, mermaid or svg.")
  var format: Format = .mermaid

  @OptionGroup var variant: VariantOptions

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "A file, written whole or not at all; otherwise standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    try reporting(look) { printer in
      let map = StoryMap(try variant.script(of: DraftDrill(drill, in: try library.open())))
      let bytes: [UInt8]
      switch format {
      case .dot: bytes = Array(map.dot.utf8)
      case .mermaid: bytes = Array(map.mermaid.utf8)
      case .svg: bytes = try Graphviz.svg(Array(map.dot.utf8))
      }
      guard let output else { return try printer.printBytes(bytes) }
      do throws(FileProblem) {
        let file = try WholeFile(output)
        try file.write(bytes)
        try file.finish()
      } catch {
        throw Failure(error)
      }
    }
  }
}
