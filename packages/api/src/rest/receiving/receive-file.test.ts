import { existsSync } from "node:fs";
import { expect, test } from "vitest";

import { announcedBytes, decodedName, receiveFile } from "./receive-file";

test.each([
  ["a %22quoted%22 name.txt", 'a "quoted" name.txt'],
  ["two%0D%0Alines.txt", "two\r\nlines.txt"],
  ["100%25 and 5%2F.txt", "100%25 and 5%2F.txt"],
])("it reads %j as a browser meant it", (sent, meant) => {
  expect(decodedName(sent)).toBe(meant);
});

test("a form announces its length, or the most where it tells none", () => {
  expect(announcedBytes(new Headers({ "content-length": "12" }))).toBe(12);
  const most = announcedBytes(new Headers());
  expect(most).toBe(200 * 1024 ** 2);
  expect(announcedBytes(new Headers({ "content-length": String(most * 3) }))).toBe(most);
});

test.skipIf(!existsSync("/dev/full"))("a full disk is told as one, and ends the form", async () => {
  const form = new FormData();
  form.set("file", new File(["x".repeat(300_000)], "lease.txt"));
  const request = new Request("http://here/", { method: "POST", body: form });
  await expect(receiveFile(request, "/dev/full")).rejects.toMatchObject({ code: "STORAGE_FULL" });
});
