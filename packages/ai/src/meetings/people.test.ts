import { expect, test } from "vitest";

import { aMeeting } from "../../test/a-meeting";
import { isGenericName, peopleOf } from "./people";

const people = peopleOf(
  aMeeting(
    "Jo-Anne O'Neil (Guest): Hello.\nBerg, Anna: Hello.\nMark Twain: Hello.\nProject Manager: Hello.\nBen Moe: Hello.",
    { people: ["Ben Lind", "Dora Lind", "A+ (B"] },
  ),
);
const named = (text: string) => people.mentionsIn(text).map(({ person }) => person.name);

test.each([
  ["Jo-Anne will call, and so will Dora", ["Jo-Anne O'Neil (Guest)", "Dora Lind"]],
  ["Ask Anna or Frau Berg, or anna berg", ["Berg, Anna", "Berg, Anna", "Berg, Anna"]],
  ["the project manager decides", ["Project Manager"]],
  ["Mark it, and Anna's list; annas", ["Berg, Anna"]],
  ["Ben knows, Ben Moe knows", ["Ben Moe"]],
])("in %j these are named", (text, names) => {
  expect(named(text)).toEqual(names);
});

test.each([
  ["Speaker 2", true],
  ["Speaker A, part 2", true],
  ["spk_0", true],
  ["Unknown Speaker", true],
  ["Anna", false],
  ["Project Manager", false],
])("%j stands for nobody: %j", (name, isGeneric) => {
  expect(isGenericName(name)).toBe(isGeneric);
});
