import { meetingOutcomes, ownerships } from "@besunny/document-model/statements/meeting-words";
import { z } from "zod";

const evidence = z
  .array(
    z.object({
      turns: z.array(z.number()).describe("Numbers of the turns, as given in brackets"),
      quote: z.string().describe("Exact words of one of these turns, copied, at most 30 words"),
    }),
  )
  .describe("The turns that show it");
const confidence = z.number().describe("How sure, from 0 to 1; above 0.9 only when certain");
const statement = { text: z.string().describe("One sentence"), confidence, evidence };

/** The form of a model's answer about a stretch of a meeting. BeSunny looks up every quote in the turns that are named. */
export const MeetingReading = z.object({
  sentences: z
    .array(z.object(statement))
    .describe("Two to five sentences that say what these turns are about, in their order"),
  decisions: z
    .array(z.object(statement))
    .describe("What was decided and agreed, not only proposed"),
  questions: z.array(z.object(statement)).describe("Questions that nobody answered"),
  actions: z
    .array(
      z.object({
        ...statement,
        owner: z
          .object({ name: z.string(), how: z.enum(ownerships) })
          .nullable()
          .describe("Who committed himself, accepted, or was named; null if nobody was"),
        due: z
          .object({
            on: z.string().nullable().describe("The day as YYYY-MM-DD"),
            words: z.string().describe("The words of the turn that name the day"),
          })
          .nullable()
          .describe("Null unless a quoted turn names a day"),
      }),
    )
    .describe("What somebody is to do after the meeting"),
});
export type MeetingReading = z.infer<typeof MeetingReading>;

const from = z.array(z.number()).describe("Numbers of the sentences that it rests on");

/** The form of a model's answer that makes the short and the medium summary of sentences. */
export const MeetingDigest = z.object({
  short: z.array(z.object({ text: z.string(), from })).describe("One to three sentences"),
  medium: z.array(z.object({ text: z.string(), from })).describe("Four to eight sentences"),
  outcome: z
    .object({ kind: z.enum(meetingOutcomes), confidence, from })
    .nullable()
    .describe("How the meeting came out; null when the sentences do not say"),
});
export type MeetingDigest = z.infer<typeof MeetingDigest>;
