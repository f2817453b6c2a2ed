import { expect, test } from "vitest";

import { etagOf, isHeld } from "./etag";

const asking = (tag: string) => new Headers({ "if-none-match": tag });

test("it knows the same value again and no other", () => {
  expect(etagOf({ a: 1 })).toBe(etagOf({ a: 1 }));
  expect(etagOf({ a: 1 })).not.toBe(etagOf({ a: 2 }));
});

test("it finds what is held in a list, weak or not, and takes a star for everything", () => {
  expect(isHeld(asking('"x", W/"y"'), '"y"')).toBe(true);
  expect(isHeld(asking("*"), '"y"')).toBe(true);
});

test("it sends the answer to who holds another, or nothing", () => {
  expect(isHeld(asking('"x"'), '"y"')).toBe(false);
  expect(isHeld(new Headers(), '"y"')).toBe(false);
});
