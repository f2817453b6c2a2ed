import { expect, test } from "vitest";

import { choiceParsers } from "./choice";

test("a chosen folder comes back from the address as it was", () => {
  const root = { name: "Contracts / 2026", path: ["My Drive"], ref: { folder: "f/1 é" } };
  const text = choiceParsers.root.serialize(root);
  expect(choiceParsers.root.parse(text)).toEqual(root);
});

test("an address that was written by hand chooses nothing, and breaks nothing", () => {
  for (const text of ["", "{", "null", "[]", '{"name":1,"ref":{}}', '{"name":"a","ref":null}'])
    expect(choiceParsers.root.parse(text)).toBeNull();
  expect(choiceParsers.root.parse('{"name":"a","ref":{"x":1,"y":"z"},"path":[2,"b"]}')).toEqual({
    name: "a",
    path: ["b"],
    ref: { y: "z" },
  });
  expect(choiceParsers.rules.parse("[]")).toBeNull();
});
