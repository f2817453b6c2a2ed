import { expect, test } from "vitest";
import { languages } from "../../language";
import type { Notice } from "../contract/notice";
import { noticeKinds } from "../contract/notice-words";
import { noticeMail } from "./mail-text";

const aNotice = (given: Partial<Notice>): Notice => ({
  id: "ntc_1",
  kind: "due",
  byName: "Ada",
  title: "Lease",
  path: "/documents/doc_1",
  text: null,
  day: "2026-12-03",
  count: 2,
  createdAt: new Date("2026-12-01T09:00:00Z"),
  readAt: null,
  ...given,
});

const around = {
  workspaceName: "Mill",
  webUrl: "https://docs.example",
  unsubscribeUrl: "https://docs.example/unsubscribe/t",
  isDigest: true,
};

test("every kind of notice has a line of its own in each language", () => {
  const lines = languages.flatMap((language) =>
    noticeKinds.map(
      (kind) => noticeMail([aNotice({ kind })], { ...around, language, total: 1 }).subject,
    ),
  );
  expect(new Set(lines).size).toBe(noticeKinds.length * languages.length);
});

test("a mail to a German reader says days as Germans do, and links to what it is about", () => {
  const { subject, text } = noticeMail([aNotice({}), aNotice({ kind: "view", title: null })], {
    ...around,
    language: "de",
    total: 50,
  });
  expect(subject).toBe("50 Hinweise für Sie in Mill");
  expect(text).toContain("Lease: 3. Dezember 2026\nhttps://docs.example/documents/doc_1");
  expect(text).toContain("2 neue Dokumente in einer Ansicht");
  expect(text).toContain("48 weitere: https://docs.example/inbox");
});
