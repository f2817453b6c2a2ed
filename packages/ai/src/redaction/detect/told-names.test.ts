import { expect, test } from "vitest";

import { type NameLists, toldNames } from "./told-names";

const given = new Set(["anna", "peter", "grace"]);
const surnames = new Set(["kovács", "müller"]);
const lists: NameLists = (word) => ({ isGiven: given.has(word), isSurname: surnames.has(word) });
const ordinary = new Set(["period"]);
const told = (text: string) =>
  toldNames(text, lists, (word) => ordinary.has(word.toLowerCase())).map((span) =>
    text.slice(...span),
  );

test.each([
  ["Dear Anna,", "Anna"],
  ["She wrote to Mr Obiwango.", "Obiwango"],
  ["Sehr geehrte Frau Öztürk,", "Öztürk"],
  ["El señor Olmedo paga.", "Olmedo"],
  ["Attendees: Peter Novotny, Q. Müller", "Peter Novotny"],
  ["Kind regards,\nAnna Zwick", "Anna Zwick"],
  ["The lease of Anna Brandstetter ends.", "Anna Brandstetter"],
  ["Kovács Anna írta alá.", "Kovács Anna"],
])("a person is told by what stands around the name: %s", (text, name) => {
  expect(told(text)).toContain(name);
});

test("an ordinary word behind a first name is no last name, and a firm is no person", () => {
  expect(told("The Grace Period ends. Anna Müller GmbH pays.")).toEqual([]);
});
