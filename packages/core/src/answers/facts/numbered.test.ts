import { expect, test } from "vitest";
import { understand } from "../question/understand";
import { isNumbered, numberAsked } from "./numbered";

const asked = (question: string) =>
  numberAsked(understand(question, { now: new Date("2026-11-29") }));

test("the number of an amendment is read from a question", () => {
  expect(asked("When does the second amendment to the lease end?")).toBe(2);
  expect(asked("who signed amendment no. 3 for Acme?")).toBe(3);
  expect(asked("Was sagt der zweite Nachtrag?")).toBe(2);
  expect(asked("When does the lease end?")).toBeNull();
});

test.each([
  ["SECOND AMENDMENT TO THE AGREEMENT", 2, true],
  ["THIS SECOND AMENDMENT is made", 1, false],
  ["Amendment No. 1 (the “Amendment”)", 1, true],
  ["Amendment No. 12", 1, false],
  ["2. Nachtrag zum Mietvertrag", 2, true],
  ["Deuxième avenant au contrat", 2, true],
])("%s is number %i: %s", (text, number, is) => expect(isNumbered(text, number)).toBe(is));
