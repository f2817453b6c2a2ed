import { expect, test } from "vitest";

import { isUploadOf, newUploadId, parseUploadId } from "./upload-id";

const pat = { userId: "usr_pat", workspaceId: "ws_1" };

test("a name says whose it is and how much was announced, and no more", () => {
  const id = newUploadId(pat, 209_715_200);
  expect(parseUploadId(id)).toMatchObject({ announcedBytes: 209_715_200 });
  expect(parseUploadId(id)?.announcedAt.getFullYear()).toBeGreaterThan(2025);
  expect(id).not.toMatch(/usr_|ws_/);
  expect(newUploadId(pat, 209_715_200)).not.toBe(id);
});

test("an upload is its person's, in its workspace; the person is counted across all of theirs", () => {
  const id = newUploadId(pat, 5);
  const elsewhere = { ...pat, workspaceId: "ws_2" };
  expect(isUploadOf(id, pat)).toBe(true);
  expect(isUploadOf(id, elsewhere)).toBe(false);
  expect(isUploadOf(id, { ...pat, userId: "usr_mia" })).toBe(false);
  expect(parseUploadId(newUploadId(elsewhere, 5))?.person).toBe(parseUploadId(id)?.person);
});

test.each(["", "..", "../../etc/passwd", "rest-1", `${newUploadId(pat, 5)}.json`])(
  "%j is no name of an upload",
  (name) => {
    expect(parseUploadId(name)).toBeNull();
  },
);
