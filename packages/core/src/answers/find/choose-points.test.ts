import { expect, test } from "vitest";
import { askedOfMeetings } from "../question/of-meetings";
import { choosePoints } from "./choose-points";
import type { MeetingPoint } from "./find-points";

const point = (text: string, given: Partial<MeetingPoint> = {}): MeetingPoint => ({
  text,
  who: null,
  isMine: false,
  content: text,
  day: "2026-03-03",
  due: null,
  state: "open",
  isConfirmed: true,
  documentId: "doc_1",
  title: "Weekly",
  evidence: null,
  against: null,
  ...given,
});
const points = [
  point("I'll send Anna the lease", { who: "Ben Cole", due: "2026-04-10" }),
  point("I call the landlord", { who: "Anna Berg", due: "2026-03-10" }),
  point("Ich schicke das Angebot", { who: "Clara Vogt", day: null }),
  point("Ich prüfe den Mietvertrag", { who: "Ben Cole", isMine: true, day: "2026-05-04" }),
];
const chosen = (question: string) => {
  const asked = askedOfMeetings(question, new Date("2026-06-15T10:00:00Z"));
  if (!asked) throw new Error(`${question} asks for something else`);
  return choosePoints(asked, points).map(({ text }) => text);
};

test.each([
  ["What does Anna owe?", ["I call the landlord"]],
  ["What does Ben have to do about the lease?", ["I'll send Anna the lease"]],
  ["Annas Aufgaben", ["I call the landlord"]],
  ["Actions of Ben about Anna", ["I'll send Anna the lease"]],
  ["What are my actions?", ["Ich prüfe den Mietvertrag"]],
  ["Wer schickt das Angebot?", ["Ich schicke das Angebot"]],
  ["Wer prüft das Angebot?", []],
  ["Who will send the contract?", []],
  ["What does Zoe owe?", []],
  ["List the actions by 31 March 2026", ["I call the landlord"]],
  ["List the actions since April 2026", ["Ich prüfe den Mietvertrag"]],
  ["Which actions are overdue?", ["I call the landlord", "I'll send Anna the lease"]],
])("%s", (question, texts) => {
  expect(chosen(question)).toEqual(texts);
});

test("decisions come from the latest, actions from the one that is due first", () => {
  expect(chosen("What did we decide?")[0]).toBe("Ich prüfe den Mietvertrag");
  expect(chosen("List the actions")[0]).toBe("I call the landlord");
});
