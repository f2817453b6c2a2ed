import { expect, test } from "vitest";

import { faultsOf } from "./schema";

test("an answer that Google's types do not know is named", () => {
  const file = { id: "1", size: "12", trashed: false, owners: [{ emailAddress: "a@b.example" }] };
  expect(faultsOf("drive", "FileList", { files: [file] })).toEqual([]);
  expect(faultsOf("drive", "FileList", { files: [{ ...file, size: 12 }] })).toEqual([
    "FileList.files[].size is no string",
  ]);
  expect(faultsOf("drive", "FileList", { files: [{ ...file, path: "/" }] })).toEqual([
    "FileList.files[] has no field path",
  ]);
  expect(faultsOf("drive", "FileList", { files: file })).toEqual(["FileList.files is no list"]);
  expect(faultsOf("gmail", "Profile", { messagesTotal: "3" })).toEqual([
    "Profile.messagesTotal is no number",
  ]);
  expect(faultsOf("calendar", "Events", { items: [{ start: "2026-11-02" }] })).toEqual([
    "Events.items[].start is no EventDateTime",
  ]);
});

test("a wrong thing is found at both ends of a long list", () => {
  const files = Array.from({ length: 500 }, (_, n) => ({ id: String(n) }));
  expect(faultsOf("drive", "FileList", { files })).toEqual([]);
  expect(faultsOf("drive", "FileList", { files: [...files, { id: 7 }] })).toHaveLength(1);
  expect(faultsOf("drive", "FileList", { files: [{ id: 7 }, ...files] })).toHaveLength(1);
});
