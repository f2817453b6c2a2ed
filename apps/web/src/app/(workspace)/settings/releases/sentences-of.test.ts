import { expect, test } from "vitest";

import { sentencesOf } from "./sentences-of";

test("a text is split after its full stops", () => {
  expect(sentencesOf("The types change. The rules change.")).toEqual([
    "The types change.",
    "The rules change.",
  ]);
});

test("a full stop inside a name splits nothing, and no word is lost", () => {
  const text = "The hosted model changes from a-4.1 to b-5.2.  Why? Because.";
  expect(sentencesOf(text)[0]).toBe("The hosted model changes from a-4.1 to b-5.2.");
  expect(sentencesOf(text).join(" ")).toBe(text);
});
