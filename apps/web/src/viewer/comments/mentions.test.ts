import { expect, test } from "vitest";

import { mentionedIn, suggested, withMention } from "./mentions";

const ada = { userId: "usr_1", name: "Ada Lovelace" };
const bo = { userId: "usr_2", name: "Bo" };
const people = [ada, bo];

test("whoever is named after an @ is mentioned", () => {
  expect(mentionedIn("@Ada Lovelace and @Bo, who pays?", people)).toEqual(["usr_1", "usr_2"]);
  expect(mentionedIn("Ada Lovelace pays", people)).toEqual([]);
});

test.each([
  ["Ask @", ["Ada Lovelace", "Bo"]],
  ["Ask @love", ["Ada Lovelace"]],
  ["Ask @Bo", []],
  ["ask bo@", []],
  ["Ask Bo", []],
])("after %j these are offered: %j", (before, names) => {
  expect(suggested(before, people).map(({ name }) => name)).toEqual(names);
});

test("the chosen name takes the place of what was typed", () => {
  expect(withMention("Ask @lo today", 7, ada)).toBe("Ask @Ada Lovelace  today");
});
