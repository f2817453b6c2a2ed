import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import { expect, test } from "vitest";
import { namedTurns, voicesOf } from "./speakers";

const said = (...names: (string | null)[]): Turn[] =>
  names.map((speaker, index) => ({
    number: index + 1,
    speaker,
    startMs: null,
    endMs: null,
    isTimeGuessed: false,
    span: [index * 10, index * 10 + 9],
  }));
const ann = {
  number: 1,
  name: "Ann Berg",
  labels: ["Speaker 1"],
  userId: "usr_a",
  correctedBy: "usr_b",
};
const names = (turns: Turn[]) => turns.map(({ speaker }) => speaker);

test("each name of a transcript is one speaker, and turns without a name have none", () => {
  const turns = said("Ann", null, "Ben", "Ann");
  const voices = voicesOf(turns, null);
  expect(voices.speakers).toMatchObject([
    { number: 1, name: "Ann", labels: ["Ann"] },
    { number: 2, name: "Ben", labels: ["Ben"] },
  ]);
  expect(names(namedTurns(turns, voices))).toEqual(["Ann", null, "Ben", "Ann"]);
});

test("a renamed speaker keeps the new name, and a new name gets a new number", () => {
  const turns = said("Speaker 1", "Speaker 2");
  const voices = voicesOf(turns, { speakers: [ann], turns: [] });
  expect(voices.speakers).toMatchObject([ann, { number: 2, name: "Speaker 2" }]);
  expect(names(namedTurns(turns, voices))).toEqual(["Ann Berg", "Speaker 2"]);
});

test("a turn that was given to somebody stays with them at its place alone", () => {
  const turns = said("Speaker 2", "Speaker 2");
  const moved = { number: 9, speaker: 1, isMoved: true, spanStart: 10, spanEnd: 19 };
  const voices = voicesOf(turns, { speakers: [ann], turns: [moved] });
  expect(names(namedTurns(turns, voices))).toEqual(["Speaker 2", "Ann Berg"]);
  const elsewhere = voicesOf(turns, { speakers: [ann], turns: [{ ...moved, spanEnd: 18 }] });
  expect(names(namedTurns(turns, elsewhere))).toEqual(["Speaker 2", "Speaker 2"]);
});
