import { expect, test } from "vitest";
import { heldOnOf } from "./held-on";

const meeting = { heldOn: null, title: "Weekly", text: "", turns: [] };
const turn = { number: 1, speaker: "Ann", startMs: null, endMs: null, isTimeGuessed: false };

test.each([
  [{ title: "Weekly of 4 March 2026" }, "2026-03-04"],
  [{ title: "Jour fixe, 4. März 2026" }, "2026-03-04"],
  [{ fileName: "Weekly_2026-03-04.vtt" }, "2026-03-04"],
  [{ fileName: "GMT20260304-090012_Recording.transcript.vtt" }, "2026-03-04"],
  [{ fileName: "weekly 20261399.vtt" }, null],
  [{ title: "From 4 March 2026 to 5 March 2026" }, null],
  [{ fileName: "notes 4711.txt" }, null],
  [{ heldOn: "2026-01-01", title: "Weekly of 4 March 2026" }, "2026-01-01"],
])("the day of a meeting is that which its title or file says: %j", (given, day) => {
  expect(heldOnOf({ ...meeting, ...given }, "en")).toBe(day);
});

test("the head of a transcript says the day, and what is said in it does not", () => {
  const text = "Weekly\nMarch 4, 2026\nAnn: We met on 2 February 2026.";
  const turns = [{ ...turn, span: [27, text.length] as [number, number] }];
  expect(heldOnOf({ ...meeting, text, turns }, "en")).toBe("2026-03-04");
  expect(heldOnOf({ ...meeting, text, turns: [{ ...turn, span: [0, 60] }] }, "en")).toBeNull();
});
