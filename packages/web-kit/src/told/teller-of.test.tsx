import { expect, test } from "vitest";

import { tellerOf } from "./teller-of";

const tell = tellerOf({
  "{what} is damaged.": "{what} ist beschädigt.",
  "The file": "Die Datei",
  "Sheet “{name}” of {count} is hidden (really).": "Von {count} ist Blatt „{name}“ ausgeblendet.",
});

test.each([
  ["The file", "Die Datei"],
  ["The file is damaged.", "Die Datei ist beschädigt."],
  ["plan.v2.pdf is damaged.", "plan.v2.pdf ist beschädigt."],
  ["Sheet “Q1 (2)” of 3 is hidden (really).", "Von 3 ist Blatt „Q1 (2)“ ausgeblendet."],
  ["Sheet “$&” of 3 is hidden (really).", "Von 3 ist Blatt „$&“ ausgeblendet."],
  ["The file is damaged", "The file is damaged"],
  ["constructor", "constructor"],
  ["", ""],
])("%j is told as %j", (english, told) => {
  expect(tell(english)).toBe(told);
});
