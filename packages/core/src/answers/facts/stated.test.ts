import { expect, test } from "vitest";
import type { ReadPassage } from "../find/find-text";
import { statedIn } from "./stated";

const passage = (text: string): ReadPassage => ({
  documentId: "doc_1",
  number: 0,
  text,
  page: 1,
  start: 0,
  headingPath: [],
  at: { block: "b1" },
});
const stated = (text: string, field: string) =>
  statedIn([passage(text)], field).map(({ value, was, since }) => ({ value, was, since }));
const only = (value: string) => [{ value, was: null, since: null }];

test.each([
  ["Date: 1 March 2026. Payable by 15 March 2026.", "due date", "15 March 2026"],
  ["Zahlbar bis 15.03.2026 ohne Abzug.", "due date", "15.03.2026"],
  ["4.1 The monthly rent is €4,100.00 net, plus tax.", "rent", "€4,100.00"],
  ["The notice period is three months to the end of a year.", "notice period", "three months"],
  ["Die Kündigungsfrist beträgt drei Monate.", "notice period", "drei Monate"],
])("%s states its %s", (text, field, value) => {
  expect(stated(text, field)).toEqual(only(value));
});

test("what an amendment changes is said with what it replaces, and since when", () => {
  const text =
    "The monthly rent under clause 4.1 rises from €4,100.00 to €4,340.00 net from 1 April 2026.";
  expect(stated(text, "rent")).toEqual([
    { value: "€4,340.00", was: "€4,100.00", since: "1 April 2026" },
  ]);
});

test.each([
  ["The rent does not change before 1 January 2028.", "rent"],
  ["Rent is due on the third working day. The deposit is €300.", "rent"],
  ["The parent company paid €300.", "rent"],
  ["Pay by card.", "due date"],
  ["The law of England applies.", "governing law"],
])("%s states no %s", (text, field) => {
  expect(stated(text, field)).toEqual([]);
});
