import { expect, test } from "vitest";

import { weaknessOf } from "./weak-password";

const ada = { email: "ada.lovelace@engines.example", name: "Ada Lovelace" };

test.each([
  "aaaaaaaaaa",
  "abcabcabcabc",
  "1234512345",
  "1234567890",
  "0987654321",
  "abcdefghijk",
  "password123",
  "Password2026!",
  "QWERTYUIOP",
  "1q2w3e4r5t",
  "besunny2026",
  "BeSunny-2026!",
  "adalovelace1815",
  "Ada.Lovelace@engines.example",
  "lovelace12345",
  "engines-ada-1",
])("what anybody would try first is no password: %s", (password) => {
  expect(weaknessOf(password, ada)).toEqual(expect.any(String));
});

test.each([
  "correct horse battery",
  "a compiler of her own",
  "orbits and returns",
  "lovelace likes trains",
  "x7Tq9-mm2Lc",
  "ein langes deutsches wort",
  "Ключ от старого сада",
])("what only its owner knows is one, without any rule about signs: %s", (password) => {
  expect(weaknessOf(password, ada)).toBeNull();
});

test("a name of one letter forbids nothing", () => {
  expect(weaknessOf("horse battery", { email: "a@b.example", name: "A" })).toBeNull();
});
