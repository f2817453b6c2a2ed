import { expect, test } from "vitest";

import { patchedPages } from "./patched-pages";

type Item = { id: string; title: string; highlights: string[] };
const item = (id: string): Item => ({ id, title: `Title ${id}`, highlights: ["EUR 5"] });
const data = { pages: [{ items: [item("a"), item("b")] }, { items: [item("c")] }], pageParams: [] };

test("a document that changed is replaced where it stands, and keeps what the news does not say", () => {
  const patched = patchedPages(data, [{ id: "b", title: "Renamed" }]);
  expect(patched.pages[0]?.items).toEqual([item("a"), { ...item("b"), title: "Renamed" }]);
  expect(patched.pages[1]).toBe(data.pages[1]);
});

test("a document that is gone or in the trash leaves the list, and an unknown one is not added", () => {
  const gone = { id: "a", isGone: true };
  const trashed = { id: "c", trashedAt: new Date() };
  const patched = patchedPages(data, [gone, trashed, { id: "x" }]);
  expect(patched.pages.map(({ items }) => items.map(({ id }) => id))).toEqual([["b"], []]);
});
