import { describe, expect, test } from "vitest";

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

describe("a private document", () => {
  const mail = { uploadedById: "usr_1", visibility: "owner" } as const;
  const file = { uploadedById: "usr_1", visibility: "source", grantees: ["usr_3", "usr_2"] };

  test("is seen by its owner alone, and not by owners and admins of the workspace", () => {
    expect(accessOf({ ...mail, filedIn: [] })).toEqual(["jobs", "usr_1"]);
  });

  test("is seen by those who see it at its source, which may leave out its owner", () => {
    expect(accessOf({ ...file, filedIn: [] })).toEqual(["jobs", "usr_2", "usr_3"]);
    expect(accessOf({ ...file, grantees: [], filedIn: [] })).toEqual(["jobs"]);
    expect(accessOf({ ...file, grantees: ["ws"], filedIn: [] })).toEqual(["all", "ws"]);
  });

  test("is seen by more people once its owner files or shares it", () => {
    expect(accessOf({ ...mail, filedIn: [closed] })).toEqual(["jobs", "prj_closed", "usr_1"]);
    expect(accessOf({ ...mail, filedIn: [open] })).toEqual(["all", "ws", "usr_1"]);
    expect(accessOf({ ...file, filedIn: [], sharedWith: ["grp_1", "usr_2"] })).toEqual([
      "jobs",
      "grp_1",
      "usr_2",
      "usr_3",
    ]);
  });
});
