import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import type { MeetingInput } from "../../src/meetings/meeting";

const folder = fileURLToPath(new URL("../../evals/samples/meetings/", import.meta.url));

/** Something that a person marked in a meeting, and the turns of which each finds it. */
type Marked = { turns: number[] };
type MarkedAction = Marked & { owner: string | null; due: string | null };

/** A meeting that was written for the evaluation, with what it holds by `evals/samples/meetings/RULES.md`. */
export type WrittenMeeting = {
  name: string;
  input: MeetingInput;
  labels: { decisions: Marked[]; actions: MarkedAction[]; questions: Marked[] };
  /** Returns what is said in a turn. */
  said(turn: number): string;
};

/** Reads the written meetings, in the order of their names. */
export function writtenMeetings(): WrittenMeeting[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => written(file.slice(0, -4), readFileSync(folder + file, "utf8")));
}

function written(name: string, file: string): WrittenMeeting {
  const [head = "", body = ""] = file.split(/\n\n/, 2);
  const headline = (key: string) => new RegExp(`^${key}: (.+)$`, "m").exec(head)?.[1] ?? "";
  const marks = new Map<string, MarkedAction>();
  let text = "";
  const turns = body
    .trim()
    .split("\n")
    .map((line, index): Turn => {
      const number = index + 1;
      const [spoken = "", mark] = line.split(" ## ");
      const [, speaker = "", words = ""] = /^([^:]+): (.*)$/.exec(spoken) ?? [];
      if (mark) note(marks, mark, number);
      text += `${index === 0 ? "" : "\n\n"}${speaker}: `;
      const start = text.length;
      text += words;
      const times = { startMs: null, endMs: null, isTimeGuessed: false };
      return { number, speaker, ...times, span: [start, text.length] };
    });
  const of = (kind: string) => [...marks].flatMap(([id, each]) => (id[0] === kind ? [each] : []));
  const input = {
    title: headline("title"),
    text,
    turns,
    heldOn: headline("heldOn"),
    language: headline("language"),
  };
  return {
    name,
    input,
    labels: { decisions: of("D"), actions: of("A"), questions: of("Q") },
    said: (turn) => text.slice(...(turns[turn - 1]?.span ?? [0, 0])),
  };
}

function note(marks: Map<string, MarkedAction>, mark: string, turn: number): void {
  const id = mark.split(" ", 1)[0] ?? "";
  const known = marks.get(id) ?? { turns: [], owner: null, due: null };
  known.turns.push(turn);
  known.owner ??= /owner=(.+?)(?= due=|$)/.exec(mark)?.[1]?.trim() ?? null;
  known.due ??= /due=(\S+)/.exec(mark)?.[1] ?? null;
  marks.set(id, known);
}
