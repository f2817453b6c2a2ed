import type { Attachment } from "@besunny/document-model/parsed-document";
import { expect, test } from "vitest";

import { admitAttachments } from "./admit-attachments";

const file = (given: Partial<Attachment> = {}): Attachment => ({
  fileName: "a.pdf",
  mediaType: "application/pdf",
  path: "1",
  size: 5_000,
  ...given,
});

test("files in a file become documents, small pictures in a text do not", () => {
  const attachments = [
    file(),
    file({ fileName: "logo.png", isInline: true }),
    file({ fileName: "scan.png", isInline: true, size: 90_000 }),
  ];
  const { admitted, warnings } = admitAttachments({ attachments }, { depth: 0, members: 1 });
  expect(admitted.map(({ fileName }) => fileName)).toEqual(["a.pdf", "scan.png"]);
  expect(warnings).toEqual([]);
});

test("a file that holds itself ends", () => {
  const { admitted, warnings } = admitAttachments(
    { attachments: [file()] },
    { depth: 3, members: 4 },
  );
  expect(admitted).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining("3 files deep")]);
});

test("one file brings so many documents and no more", () => {
  const attachments = Array.from({ length: 30 }, () => file());
  const { admitted, warnings } = admitAttachments({ attachments }, { depth: 1, members: 990 });
  expect(admitted.length).toBe(10);
  expect(warnings).toEqual([expect.stringMatching(/^20 of the files/)]);
});
