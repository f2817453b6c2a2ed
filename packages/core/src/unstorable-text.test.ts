import { expect, test } from "vitest";

import { unstorableTexts } from "./unstorable-text";

const pathsOf = (value: unknown) => unstorableTexts(value).map(({ path }) => path);

test.each([
  ["a text", "a\0b", [""]],
  ["a field", { title: "a\0" }, ["title"]],
  ["half a pair", { title: "\ud800" }, ["title"]],
  ["the other half", { title: "\udfff!" }, ["title"]],
  ["a list", { ids: ["fine", "\0"] }, ["ids.1"]],
  ["what lies deeper", { filter: { q: "\0", type: "ok" } }, ["filter.q"]],
  ["the name of a field", { "\0": 1 }, [""]],
  ["both of two", { a: "\0", b: "\ud800" }, ["a", "b"]],
])("it finds %s that could not be stored", (_what, value, paths) => {
  expect(pathsOf(value)).toEqual(paths);
});

test.each([
  ["letters of every script", { title: "Zürich 中文 🌞 \u202e\r\n\t" }],
  ["what is no text", { at: new Date(), bytes: new Uint8Array(4), none: null, not: undefined }],
  ["a number", 1],
])("it lets %s pass", (_what, value) => {
  expect(pathsOf(value)).toEqual([]);
});
