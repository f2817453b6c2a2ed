import { expect, test } from "vitest";

import { carriedBy, offeredTags } from "./offered-tags";

test("a text finds the tags that hold it, and makes a new one where none has that name", () => {
  expect(offeredTags(["To pay", "Paid"], "pa")).toEqual({ shown: ["To pay", "Paid"], isNew: true });
  expect(offeredTags(["To pay", "Paid"], " PAID ")).toEqual({ shown: ["Paid"], isNew: false });
  expect(offeredTags(["To pay"], "")).toEqual({ shown: ["To pay"], isNew: false });
});

test("all, some or none of the documents carry a tag", () => {
  const paid = { tags: [{ name: "Paid" }] };
  expect(carriedBy([paid, paid], "Paid")).toBe(true);
  expect(carriedBy([paid, { tags: [] }], "Paid")).toBe("indeterminate");
  expect(carriedBy([{ tags: [] }], "Paid")).toBe(false);
});
