import { expect, test } from "vitest";

import { nounPhrases } from "./noun-phrases";

const found = (text: string) => nounPhrases(text).map((span) => text.slice(...span));

test.each([
  ["over a line end", "They use finite element\n\tmethods.", "finite element\n\tmethods"],
  ["with a hyphen", "A hand-held video camera was sold.", "hand-held video camera"],
  ["with a participle", "It is about distributed control systems.", "distributed control systems"],
  ["without an idle word", "Various new insurance policies apply.", "insurance policies"],
  ["without a verb", "It is done using neural networks.", "neural networks"],
])("finds a phrase %s", (_, text, phrase) => {
  expect(found(text)).toContain(phrase);
});

test("ends a phrase at a sign", () => {
  expect(found("The oak tables, the steel doors.")).toEqual(["oak tables", "steel doors"]);
});
