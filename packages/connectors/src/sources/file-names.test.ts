import { expect, test } from "vitest";

import { fileNameOf } from "./file-names";
import { readHead } from "./google/mail-head";

test.each([
  ["Plan.txt", "", "Plan.txt"],
  ["a/b\\c: d?.pdf", "", "a b c d.pdf"],
  ["..", "", "Untitled"],
  ["../../etc/passwd", "", "etc passwd"],
  ["", ".eml", "Untitled.eml"],
  ["..", ".eml", "Untitled.eml"],
  ["Plan: a/b\\c?", ".eml", "Plan a b c.eml"],
  [".hidden", ".eml", "hidden.eml"],
  ["漢字 🌻", ".eml", "漢字 🌻.eml"],
  ["Budget.docx", ".docx", "Budget.docx"],
  ["Version 1.2", ".xlsx", "Version 1.2.xlsx"],
  ["line\r\nbreak\u0000", ".eml", "line break.eml"],
  [`${"x".repeat(400)}.pdf`, "", `${"x".repeat(200)}.pdf`],
  ["👩‍👩‍👧‍👦".repeat(200), ".eml", `${"👩‍👩‍👧‍👦".repeat(8)}.eml`],
])("the name %j with %j is %j", (name, ending, expected) => {
  expect(fileNameOf(name, ending)).toBe(expected);
});

const head = (...lines: string[]) => readHead(Buffer.from(`${lines.join("\r\n")}\r\n\r\nText`));

test("subjects are decoded, folded or not, in every common way", () => {
  expect(head("Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fe_?=", " =?UTF-8?B?8J+Muw==?= end").subject).toBe(
    "Größe 🌻 end",
  );
  expect(head("subject: =?iso-8859-1?q?caf=E9?=").subject).toBe("café");
  expect(head("Subject: =?x-unknown?q?a?=").subject).toBe("=?x-unknown?q?a?=");
  expect(head("From: a@b.example").subject).toBeNull();
});

test("senders, ids and encryption are read", () => {
  expect(head('From: "Ferreira, Ana" <Ana@Harbour.Example>').from).toBe("ana@harbour.example");
  expect(head("From: ben@harbour.example (Ben)").from).toBe("ben@harbour.example");
  expect(head("From: nobody").from).toBeNull();
  expect(head("Message-ID: <1.a@mail.example>").messageId).toBe("1.a@mail.example");
  expect(
    head("Content-Type: application/pkcs7-mime;", " smime-type=enveloped-data").isEncrypted,
  ).toBe(true);
  expect(head("Content-Type: application/pkcs7-mime; smime-type=signed-data").isEncrypted).toBe(
    false,
  );
});
