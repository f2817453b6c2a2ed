import { expect, test } from "vitest";

import { accessOf } from "./document-access";

const open = { id: "prj_open", isRestricted: false };
const closed = { id: "prj_closed", isRestricted: true };

test("a document in no project is seen by the whole workspace", () => {
  expect(accessOf({ uploadedById: "usr_1", filedIn: [] })).toEqual(["all", "ws", "usr_1"]);
});

test("a document in an open project too is seen by the whole workspace", () => {
  expect(accessOf({ uploadedById: "usr_1", filedIn: [closed, open] })).toContain("ws");
});

test("a document only in restricted projects is seen by their members, its uploader and admins alone", () => {
  expect(accessOf({ uploadedById: "usr_1", filedIn: [closed] })).toEqual([
    "all",
    "usr_1",
    "prj_closed",
  ]);
});
