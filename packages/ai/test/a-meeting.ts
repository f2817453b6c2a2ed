import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import type { MeetingInput } from "../src/meetings/meeting";

/** Returns a meeting of turns such as "Anna: Let us begin.", ten seconds each, as the reader lays it out. */
export function aMeeting(
  said: string,
  given: Partial<Omit<MeetingInput, "text" | "turns">> = {},
): MeetingInput {
  let text = "";
  const turns = said
    .trim()
    .split("\n")
    .map((line, index): Turn => {
      const [, speaker = null, words = ""] = /^\s*(?:([^:]{1,40}):\s)?(.*)$/.exec(line) ?? [];
      text += `${index === 0 ? "" : "\n\n"}${speaker === null ? "" : `${speaker}: `}`;
      const start = text.length;
      text += words;
      const times = { startMs: index * 10_000, endMs: (index + 1) * 10_000, isTimeGuessed: false };
      return { number: index + 1, speaker, ...times, span: [start, text.length] };
    });
  return { title: "Weekly", text, turns, heldOn: "2026-03-03", language: "en", ...given };
}
