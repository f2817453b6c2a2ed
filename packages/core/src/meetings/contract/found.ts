import {
  meetingOutcomes,
  ownerships,
  summaryLengths,
  tones,
} from "@besunny/document-model/statements/meeting-words";
import { z } from "zod";
import { confidence, count, day } from "../../shapes";
import { StoredEvidence } from "./evidence";

const statement = { text: z.string(), confidence: z.number(), evidence: z.array(StoredEvidence) };
const ofTopic = { ...statement, topic: count };

/** The findings of a meeting as a job hands them on, with speakers by number. */
export const Found = z.object({
  language: z.string().nullable(),
  heldOn: day.nullable(),
  topics: z.array(
    z.object({
      name: z.string(),
      firstTurn: count,
      lastTurn: count,
      evidence: z.array(StoredEvidence),
    }),
  ),
  summary: z.record(z.enum(summaryLengths), z.array(z.object(ofTopic))),
  decisions: z.array(
    z.object({
      ...ofTopic,
      by: z.string().nullable(),
      discussion: z.object({ firstTurn: count, lastTurn: count }),
    }),
  ),
  questions: z.array(z.object({ ...ofTopic, by: z.string().nullable() })),
  actions: z.array(
    z.object({
      ...ofTopic,
      owner: z.object({ name: z.string(), how: z.enum(ownerships) }).nullable(),
      due: z.object({ on: day, words: z.string() }).nullable(),
    }),
  ),
  outcome: z.object({
    kind: z.enum(meetingOutcomes).nullable(),
    confidence,
    evidence: z.array(StoredEvidence),
  }),
  tone: z
    .array(
      z.object({
        speaker: z.string(),
        topic: count,
        tone: z.enum(tones),
        confidence: z.number(),
        evidence: z.array(StoredEvidence),
      }),
    )
    .nullable(),
  speakers: z.array(
    z.object({
      name: z.string(),
      isGeneric: z.boolean(),
      turns: count,
      words: count,
      seconds: count.nullable(),
    }),
  ),
  problems: z.array(z.string()),
});
export type Found = z.infer<typeof Found>;
