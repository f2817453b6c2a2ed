import { expect, test } from "vitest";

import { checked as dropbox } from "./dropbox/schema";
import { checked as microsoft } from "./microsoft/schema";

test("a double may not answer with a field that its vendor does not know", () => {
  expect(() => microsoft("DriveItem", { id: "a", owner: "me" })).toThrow("no field owner");
  expect(() =>
    microsoft("DriveItem", { id: "a", parentReference: { path: "/drive/root:" } }),
  ).toThrow("no field path");
});

test("a double may not answer with a field of another shape", () => {
  expect(() => microsoft("DriveItem", { id: 7 })).toThrow("DriveItem.id is no string");
  expect(() => microsoft("Event", { type: "weekly" })).toThrow("cannot be weekly");
  expect(() => microsoft("Message", { categories: "red" })).toThrow("is no list");
});

test("a double may not leave out what its vendor always tells", () => {
  expect(() => dropbox("ListFolderResult", { entries: [], cursor: "a" })).toThrow("lacks has_more");
});
