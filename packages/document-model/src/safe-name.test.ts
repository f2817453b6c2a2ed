import { expect, test } from "vitest";
import { safeName } from "./safe-name";

test.each([
  ["a path", "C:\\files\\Lease.pdf", "Lease.pdf"],
  ["a way out", "../../etc/passwd", "passwd"],
  ["a hidden file", "..hidden.txt", "hidden.txt"],
  ["a turned ending", "annex\u202efdp.exe", "annexfdp.exe"],
  ["control characters", "a\u0000b\n.pdf", "ab.pdf"],
  ["half a character", "a\ud83d.pdf", "a\ufffd.pdf"],
  ["nothing but dots", "..", ""],
])("%s", (_, name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test("a long name is cut before its ending", () => {
  const safe = safeName(`${"a".repeat(500)}.docx`);
  expect(safe).toHaveLength(200);
  expect(safe.endsWith("a.docx")).toBe(true);
});
