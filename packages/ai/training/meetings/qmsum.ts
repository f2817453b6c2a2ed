import { readdirSync, readFileSync } from "node:fs";
import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import { z } from "zod";
import type { Span } from "../../src/ai";
import type { MeetingInput } from "../../src/meetings/meeting";
import { data } from "../data";

const spans = z.array(z.tuple([z.coerce.number(), z.coerce.number()]));
const Meeting = z.object({
  topic_list: z.array(z.object({ topic: z.string(), relevant_text_span: spans })),
  general_query_list: z.array(z.object({ query: z.string(), answer: z.string() })),
  specific_query_list: z.array(
    z.object({ query: z.string(), answer: z.string(), relevant_text_span: spans }),
  ),
  meeting_transcripts: z.array(z.object({ speaker: z.string(), content: z.string() })),
});

/** A meeting with what people marked in it. Turns count from 1; ranges include their ends. */
export type MarkedMeeting = {
  name: string;
  input: MeetingInput;
  decisions: Span[];
  topics: { name: string; ranges: Span[] }[];
  summary: string;
};

const decided = /\b(?:decid|decision|agreed? (?:on|to|upon)|conclusion|conclude|final )/i;

/** Returns the meetings of a part of QMSum. */
export function qmsum(part: "train" | "val"): MarkedMeeting[] {
  const folder = data("meetings/qmsum");
  if (part === "val")
    return readFileSync(`${folder}/val.jsonl`, "utf8")
      .trim()
      .split("\n")
      .map((line, at) => marked(`val-${at}`, JSON.parse(line)));
  return readdirSync(`${folder}/train`)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) =>
      marked(file.slice(0, -5), JSON.parse(readFileSync(`${folder}/train/${file}`, "utf8"))),
    );
}

function marked(name: string, value: unknown): MarkedMeeting {
  const meeting = Meeting.parse(value);
  const fromOne = (ranges: z.infer<typeof spans>) =>
    ranges.map(([first, last]): Span => [first + 1, last + 1]);
  return {
    name,
    input: asInput(name, meeting.meeting_transcripts),
    decisions: meeting.specific_query_list
      .filter(({ query }) => decided.test(query))
      .flatMap(({ relevant_text_span }) => fromOne(relevant_text_span)),
    topics: meeting.topic_list.map(({ topic, relevant_text_span }) => ({
      name: topic,
      ranges: fromOne(relevant_text_span),
    })),
    summary: meeting.general_query_list[0]?.answer ?? "",
  };
}

/** Returns turns as the reader lays them out: a paragraph each, with the name before what is said. */
export function asInput(
  title: string,
  said: readonly { speaker: string; content: string }[],
): MeetingInput {
  let text = "";
  const turns = said.map(({ speaker, content }, index): Turn => {
    text += `${index === 0 ? "" : "\n\n"}${speaker}: `;
    const start = text.length;
    text += content.replace(/\s+/g, " ").trim();
    const times = { startMs: null, endMs: null, isTimeGuessed: false };
    return { number: index + 1, speaker, ...times, span: [start, text.length] };
  });
  return { title, text, turns, heldOn: null, language: "en" };
}
