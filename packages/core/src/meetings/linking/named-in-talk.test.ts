import { expect, test } from "vitest";

import { namedInTalk } from "./named-in-talk";

const turn = (text: string, number = 1) => ({ number, start: 100, text });
const titled = (title: string, isNear = true) => ({ id: title, title, isNear });
const named = (text: string, ...titles: string[]) =>
  namedInTalk(
    [turn(text)],
    titles.map((title) => titled(title)),
  ).map(({ documentId, confidence }) => [documentId, confidence]);

test("a title is named by its words one after another, in the sentence that says so", () => {
  const text = "Good. I signed the Lease amendment No 1 on Tuesday. It is done.";
  expect(namedInTalk([turn(text, 4)], [titled("Lease amendment No 1")])).toEqual([
    {
      documentId: "Lease amendment No 1",
      confidence: 0.9,
      turn: 4,
      quote: "I signed the Lease amendment No 1 on Tuesday.",
      start: 106,
    },
  ]);
  expect(named("The amendment of the lease is signed.", "Lease amendment No 1")).toEqual([]);
});

test("a number in a title names it alone", () => {
  const titles = ["Invoice Möbelwerk Saale RE-30455", "Invoice Elektro Brandt EB-1188"];
  expect(named("Did we pay RE 30455 already?", ...titles)).toEqual([[titles[0], 0.85]]);
  expect(named("Did we pay RE 3045 already?", ...titles)).toEqual([]);
});

test("the first words of a title name it in the same project, if they are those of no other", () => {
  const plan = "Project plan, the move";
  expect(named("Jonas, could you update the project plan?", plan)).toEqual([[plan, 0.65]]);
  expect(named("Update the project plan.", plan, "Project plan, the roastery")).toEqual([]);
  expect(namedInTalk([turn("Update the project plan.")], [titled(plan, false)])).toEqual([]);
});

test("plain words name nothing, nor does a title that two documents have", () => {
  expect(named("The lease and the budget are late.", "Lease", "Budget", "Weekly notes")).toEqual(
    [],
  );
  const two = [
    { id: "one", title: "Rent overview", isNear: true },
    { id: "two", title: "Rent overview", isNear: true },
  ];
  expect(namedInTalk([turn("Look at the rent overview.")], two)).toEqual([]);
});

test("a title in another language is named as it is written", () => {
  expect(
    named(
      "Das steht im Mietvertrag Gießerstraße, Seite zwei.",
      "Mietvertrag Gießerstraße 2017-03-01",
    ),
  ).toEqual([["Mietvertrag Gießerstraße 2017-03-01", 0.9]]);
});
