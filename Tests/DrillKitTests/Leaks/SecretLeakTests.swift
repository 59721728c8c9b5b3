// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Leaks: keys and passwords")
struct SecretLeakTests {
  // The AWS key is the example of Amazon's documentation, the web token that of RFC 7519; the
  // others are made up in the form that each issuer publishes.
  @Test(
    "finds keys by their issuer's prefix",
    arguments: [
      "⟦AKIA¦IOSFODNN7EXAMPLE⟧", "key=⟦AKIA¦IOSFODNN7EXAMPLE⟧,",
      "⟦ghp_¦16C7e42F292c6912E7710c838347Ae178B4a⟧",
      "⟦github_pat_¦11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ0123456789abcdef⟧",
      "⟦xoxb-¦2488-7766-Ab3dEfGhIjKl⟧", "⟦xoxp-¦2488-7766-Ab3dEfGhIjKl⟧.",
      "⟦sk_live_¦4eC39HqLyjWDarjtT1zdp7dc⟧", "⟦AIza¦SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q⟧",
      "⟦glpat-¦Ab3dEfGhIjKlMnOpQrSt⟧", "⟦npm_¦0123456789abcdefghijABCDEFGHIJklmnop⟧",
      "⟦SG.¦Ab3dEfGhIjKlMnOpQrStUv.Wx0123456789abcdefghijABCDEFGHIJklmnopqrstu⟧",
      "⟦hvs.¦CAESIJ3dEfGhIjKlMnOpQrStUv⟧", "⟦sk-¦proj-Ab3dEfGhIjKlMnOpQrStUvWx0123⟧",
      "https://⟦hooks.slack.com/services/¦T024BE7LD/B0G9QF9C6/Ab3dEfGhIjKlMnOpQrStUvWx⟧",
      """
      ⟦eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAs\
      DQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk⟧
      """,
      "⟦-----¦BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06\nnwoy/Hw==\n-----END PRIVATE KEY-----⟧ ok",
      "⟦-----¦BEGIN RSA PRIVATE KEY-----\\nMIIEowIBAAKCAQEA\\n-----END RSA PRIVATE KEY-----⟧",
      "⟦-----¦BEGIN OPENSSH PRIVATE KEY-----⟧ and so on",
      "postgres://app:⟦s3cretPw⟧@db.example.com/main", "https://jane:⟦hunter2⟧@example.com",
    ])
  func prefixes(marked: String) {
    expectLeaks(marked, as: .secret)
  }

  @Test(
    "finds passwords and codes by what the text says",
    arguments: [
      "password: ⟦Hunter2⟧", "Password = ⟦Tr0ub4dor&3⟧", "pwd=⟦swordfish⟧", "pwd=⟦x7!k9⟧;",
      "my password is ⟦Winter2024!⟧", "The password for the VPN is ⟦Winter2024!⟧ now",
      "I reset your password to ⟦Welcome123⟧.", "temporary password is: ⟦Xy7$kq⟧",
      "passcode is ⟦482913⟧", "the PIN is ⟦4821⟧.", "PIN: ⟦4821⟧", "your OTP ⟦482913⟧",
      "passcode ⟦482-913⟧", "verification code: ⟦482913⟧", "door code is ⟦1379⟧",
      "password: \"⟦correct horse battery staple⟧\"", "The password is '⟦sunshine⟧'",
      "{\"password\": \"⟦hunter2⟧\"}", "token = ⟦9f86d081884c7d659a2f⟧",
      "api_key: ⟦9f86d081884c7d659a2f⟧", "API key is ⟦9f86d081884c7d659a2f⟧",
      "AWS_SECRET_ACCESS_KEY=⟦wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY⟧",
      "client_secret=⟦Ab3dEfGhIjKlMnOp⟧", "dbPassword=⟦s3cretPw⟧", "Passwort: ⟦Sommer2024⟧",
      "Das Passwort lautet ⟦Sommer2024⟧", "password ⟦Tr0ub4dor&3⟧", "Password:\n⟦Hunter2⟧",
      "password: ⟦12345678⟧", "passwd => ⟦s3cretPw⟧", "contraseña: ⟦Verano2024⟧",
      "pass: ⟦Hunter22⟧", "secret: ⟦9f86d081884c7d659a2f⟧", "passphrase: ⟦CorrectHorseBattery⟧",
      "the password is now ⟦Winter2024!⟧", "PIN is ⟦0000⟧", "pw: ⟦Blue42Sky⟧",
      "Your one-time code is ⟦834 112⟧.",
      "The wifi password is ⟦bluebird77⟧",
    ])
  func contexts(marked: String) {
    expectLeaks(marked, as: .secret)
  }

  @Test(
    "leaves alone what only speaks of keys and passwords",
    arguments: [
      "Please use the password reset page.", "the password you chose has expired",
      "password reset: 3 steps", "Your password is case-sensitive.", "The password is wrong.",
      "Password: required", "password: ********", "password=<password>", "password=${DB_PASSWORD}",
      "password: $PASSWORD", "password must have 12 characters",
      "a password of 12-character length",
      "The password is 12-character long", "The token expires in 3600 seconds.",
      "The token is valid until 12/03/2025.", "token count = 5000", "max_token = 4096",
      "Never share your password with anyone.", "password manager is LastPass2",
      "Pin the version to 1.2.3.", "the pin is 4 mm wide", "password: please call us",
      "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "AKIAXXXXXXXXXXXXXXXX", "AKIA1234", "eyJ.eyJ.abc",
      "sk_live_", "-----BEGIN PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----",
      "https://example.com:8080/x",
      "The secret is to listen.", "password-protected files", "passwordless login = 2024 goal",
      "I will change the password to something new.", "the key is under the mat",
      "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      "commit 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12", "550e8400-e29b-41d4-a716-446655440000",
      "password 2FA is on", "the password (see the vault)",
      "Did you use the password to log in at 10:30?",
      "pass: yes", "PWD=/home/jane/project2", "Pass the file names to py_compile.",
      "secret = alice.computeSecret(",
      "password = getPassword()", "gave me a password to `Sign.sign()`",
      "token = config.services.apiToken", "token: none", "code: 200",
      "Secret Santa is on 12/12/2024",
    ])
  func otherTalk(marked: String) {
    expectLeaks(marked, as: .secret)
  }
}
