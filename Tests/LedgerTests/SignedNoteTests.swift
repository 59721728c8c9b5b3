// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Testing

@testable import Ledger

// Keys, text and signature: the published example in the documentation of Go's
// golang.org/x/mod/sumdb/note, whose format C2SP's signed-note took over.
private let verifierText = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
private let signerText =
  "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n"
private let text = """
  If you think cryptography is the answer to your problem,
  then you don't know what your problem is.

  """
private let note =
  text + "\n— PeterNeumann "
  + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
  + "\n"

@Suite struct SignedNoteTests {
  @Test func `the published note is signed and checked as it should be`() throws {
    let key = try #require(SigningKey(parsing: signerText))
    #expect(key.text == signerText)
    #expect(key.verifier.description == verifierText)
    #expect(key.note(text) == note)
    let verifier = try #require(VerifierKey(parsing: verifierText))
    #expect(verifier.text(ofNote: note) == text)
    // Another's signature beside it does no harm.
    #expect(verifier.text(ofNote: note + "— Somebody AAAA\n") == text)
  }

  @Test(arguments: [
    note.replacing("answer", with: "Answer"), note.replacing("x08go", with: "x08gp"),
    note.replacing("JnAM=", with: "JnBM="), note.replacing("Peter", with: "Petra"),
    note.replacing("— ", with: "- "), note.replacing("\n\n", with: "\n"),
    String(note.dropLast()), text, "", "\n", "\n\n", note.replacing("/", with: "_"),
  ]) func `nothing else is taken for it`(changed: String) throws {
    let verifier = try #require(VerifierKey(parsing: verifierText))
    #expect(verifier.text(ofNote: changed) == nil)
  }

  @Test(arguments: [
    "", "PeterNeumann", verifierText.replacing("c74f20a3", with: "c74f20a4"),
    verifierText.replacing("Peter", with: "Pieter"), String(verifierText.dropLast()),
    verifierText.replacing("+AR", with: "+AB"), verifierText + "\n",
    verifierText.replacing("Peter", with: "Peter "),
  ]) func `a key that isn't whole is refused`(changed: String) {
    #expect(VerifierKey(parsing: changed) == nil)
  }

  @Test(arguments: [
    "o\n1\n", "o\n01\nX\n", "o\n-1\nX\n", "o\n1\nAAAA\n", "o\n1\nX", "o\n\n1\nX\n", "1\nX\n", "",
  ]) func `a checkpoint that isn't whole is refused`(changed: String) {
    let root = Base64.text(Array(repeating: 7, count: 32))
    #expect(Checkpoint(parsing: changed.replacing("X", with: root)) == nil)
    #expect(Checkpoint(parsing: "o\n1\n\(root)\n")?.head.size == 1)
  }

  @Test func `a ledger's checkpoint is checked with its printed key, and found wanting`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("drillhall.db")
    let head = try makeSample(at: path)
    let store = try Store.open(at: path, now: newYear)
    let (signed, printed) = (try store.signedCheckpoint(), "\(try store.verifierKey())")
    let key = try #require(VerifierKey(parsing: printed))
    let checkpoint = try #require(key.checkpoint(inNote: signed))
    #expect(checkpoint == Checkpoint(origin: "drillhall/\(store.ledger)", head: head))
    #expect(key.checkpoint(inNote: signed.replacing("\n12\n", with: "\n11\n")) == nil)
    #expect(try store.verify(against: checkpoint.head).isSound)
    // Another ledger's key signs nothing for this one.
    let other = try Store.open(at: directory.file("other.db"), now: newYear)
    #expect(try other.verifierKey().checkpoint(inNote: signed) == nil)
  }

  @Test func `the secret key is this user's alone, and its loss is said plainly`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("drillhall.db")
    let store = try Store.open(at: path, now: newYear)
    let keyPath = Store.keyPath(store: path, ledger: store.ledger)
    #expect(try permissions(keyPath) == 0o600)
    try write(Array(signerText.utf8), to: keyPath)
    #expect(
      storeError { _ = try store.signedCheckpoint() }
        == .keyUnusable(path: keyPath, reason: "it holds no key of this ledger"))
    #expect(unlink(keyPath) == 0)
    #expect(
      storeError { _ = try store.verifierKey() }
        == .keyUnusable(path: keyPath, reason: "it is missing"))
    try store.append([event("goes on")], stream: "a", expecting: 0)
  }
}
