// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Leaks: e-mail and network addresses")
struct AddressLeakTests {
  // The domains of RFC 2606 and RFC 6761.
  @Test(
    "finds e-mail addresses",
    arguments: [
      "Write to ⟦jane.doe@example.com⟧.", "⟦JANE@EXAMPLE.COM⟧", "<⟦jane+spam@mail.example.org⟧>",
      "mailto:⟦jane@example.com⟧?subject=x", "'⟦jane@example.com⟧'", "⟦o'brien@example.ie⟧",
      "⟦j@a-b.example.co.uk⟧,", "email=⟦jane_doe-1@example.com⟧;", "⟦jürgen@müller.example⟧",
      "⟦jane@xn--mller-kva.example⟧", "⟦jane@例え.テスト⟧", "⟦a@b.co⟧/⟦c@d.co⟧", "⟦1234@example.com⟧",
      "Is it ⟦jane@example.com⟧?", "⟦jane@example.com⟧: yes", "...⟦jane@example.com⟧...",
      "⟦root@[192.0.2.1]⟧",
      "(⟦jane@example.com⟧)", "-⟦jane@example.com⟧-", "⟦jane@example.com⟧-old",
    ])
  func email(marked: String) {
    expectLeaks(marked, as: .email)
  }

  @Test(
    "leaves alone what only looks like an e-mail address",
    arguments: [
      "jane@example", "@example.com", "jane@", "jane @ example.com", "logo@2x.png",
      "@angular/core@1.2.3", "lodash@4.17.21", "jane@@example.com", "jane@-example.com",
      "jane@.com", "jane.@example.com", "https://user@example.com/", "git@github.com:a/b.git",
      "@jane@mastodon.example", "jane@example.c", "meet @ 10.30", "a@b@c", "jane@exa_mple",
    ])
  func notEmail(text: String) {
    expectLeaks(text, as: .email)
  }

  // RFC 5737 (documentation), RFC 1918 (private).
  @Test(
    "finds IPv4 addresses",
    arguments: [
      "⟦192.0.2.1⟧", "From ⟦198.51.100.23⟧.", "⟦203.0.113.0/24⟧", "http://⟦192.0.2.1⟧:8080/x",
      "[⟦192.0.2.1⟧]", "⟦10.0.0.1⟧, ⟦172.16.254.1⟧", "ssh root@⟦192.0.2.7⟧", "ip=⟦192.0.2.1⟧",
      "⟦192.0.2.1⟧-⟦192.0.2.9⟧", "⟦192.0.2.255⟧/33", "host:⟦192.0.2.1⟧", "(⟦192.0.2.1/32⟧)",
      "⟦１９２.０.２.１⟧",
    ])
  func ipv4(marked: String) {
    expectLeaks(marked, as: .ipv4)
  }

  @Test(
    "leaves alone what only looks like an IPv4 address",
    arguments: [
      "1.2.3", "256.1.1.1", "1.2.3.4.5", "01.02.03.04", "version 1.2.3.4", "v1.2.3.4",
      "Chrome/120.0.0.0", "1.2.3.4-beta", "1.2.3.4-1", "section 4.1.2.3", "127.0.0.1", "0.0.0.0",
      "255.255.255.0", "1,2,3,4", "192.0.2", "192.0.2.1a", "10:30:45", "12.03.2024", "1.234.567,89",
      "release 10.0.1.2", "upgraded the driver to 6.5.254.41",
    ])
  func notIPv4(text: String) {
    expectLeaks(text, as: .ipv4)
  }

  // RFC 3849 (documentation), RFC 4291 section 2.2 (forms), RFC 4007 (zones).
  @Test(
    "finds IPv6 addresses",
    arguments: [
      "⟦2001:db8::1⟧", "⟦2001:DB8:0:0:8:800:200C:417A⟧", "⟦2001:db8::/32⟧", "⟦fe80::1%eth0⟧",
      "⟦fe80::1%eth0.100/64⟧", "⟦::ffff:192.0.2.128⟧", "⟦64:ff9b::192.0.2.33⟧",
      "[⟦2001:db8::1⟧]:443", "at ⟦2001:db8::1⟧.", "⟦2001:db8::1⟧: yes", "⟦2001:db8::1⟧, ok",
      "ip=⟦2001:db8:85a3::8a2e:370:7334⟧", "⟦ff02::2⟧", "⟦2001:db8:1:2:3:4:5::⟧",
      "(⟦2001:0db8:0000:0000:0000:ff00:0042:8329⟧)", "⟦::1:2:3⟧", "⟦fe80::1%3⟧",
    ])
  func ipv6(marked: String) {
    expectLeaks(marked, as: .ipv6)
  }

  @Test(
    "leaves alone what only looks like an IPv6 address",
    arguments: [
      "10:30:45", "std::vector", "a::b", "dead::beef", "::", "::1", "10::", "ffff:ffff::",
      "00:1a:2b:3c:4d:5e",
      "00:1a:2b:ff:fe:3c:4d:5e", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "2001:db8::1::2",
      "12345::1", "2001:db8:::1", "x2001:db8::1x", "::ffff:256.0.0.1", "std::add::face",
      "4e:a1:52:9c:11:8f:00:3d:aa:12:f0:77:31:5b:c2:d4", "Std::2d::f", ":::", "1:2:3",
    ])
  func notIPv6(text: String) {
    expectLeaks(text, as: .ipv6)
  }
}
