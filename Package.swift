// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

/// Settings that every target of ours is built with: Swift 6 and the upcoming features that make
/// an import and an existential visible where they are used.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "drillhall",
  products: [
    .executable(name: "drillhall", targets: ["drillhall"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries: a module map each, and a shim.h where Swift needs one.
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),

    // The house: arrows run one way, downwards in this list to upwards.
    .target(
      name: "DrillKit", dependencies: ["CCmarkGFM", "CYaml", "CStemmer"], swiftSettings: strict),
    .target(
      name: "Ledger", dependencies: ["DrillKit", "CSQLite", "CSodium"], swiftSettings: strict),
    .target(name: "Library", dependencies: ["DrillKit"], swiftSettings: strict),
    .target(name: "Reports", dependencies: ["DrillKit", "Ledger"], swiftSettings: strict),
    .target(name: "Authoring", dependencies: ["DrillKit", "Library"], swiftSettings: strict),
    .target(
      name: "Console", dependencies: ["DrillKit", "Ledger", "Library", "CReadline"],
      swiftSettings: strict),
    .executableTarget(
      name: "drillhall",
      dependencies: [
        "DrillKit", "Ledger", "Library", "Authoring", "Reports", "Console",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Tests: a folder a target, and what they share.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    // What the project promises to reach, measured on the release binary: make bench.
    .executableTarget(
      name: "drillhall-bench",
      dependencies: ["DrillKit", "Ledger", "Library", "CSQLite", "TestSupport"],
      path: "Tests/Bench", exclude: ["start.order"], swiftSettings: strict),
    .testTarget(
      name: "DrillKitTests", dependencies: ["DrillKit", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "DrillKit", "CSQLite", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LibraryTests", dependencies: ["Library", "DrillKit", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AuthoringTests", dependencies: ["Authoring", "DrillKit", "Library", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Ledger", "DrillKit", "TestSupport"],
      swiftSettings: strict),
    // A small program on the terminal layer, which ConsoleTests drive in a pseudo-terminal.
    .executableTarget(
      name: "console-probe", dependencies: ["Console"], path: "Tests/ConsoleProbe",
      swiftSettings: strict),
    .testTarget(
      name: "ConsoleTests",
      dependencies: ["Console", "DrillKit", "TestSupport", "console-probe"],
      swiftSettings: strict),
    .testTarget(
      name: "drillhallTests",
      dependencies: [
        "drillhall", "DrillKit", "Ledger", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ]
)

// Readers fed with bytes made at random: make fuzz. Left out of every other build, because it
// needs a compiler's option for all targets.
if Context.environment["DRILLHALL_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .executableTarget(
      name: "drillhall-fuzz",
      dependencies: ["DrillKit", "Ledger", "Library", "Authoring", "CFuzzer"],
      path: "Tests/Fuzz/Targets", swiftSettings: strict),
  ]
}
