import type { StoredSpeaker, StoredTurn } from "@besunny/db/meetings/meetings";
import { z } from "zod";
import { count } from "../../shapes";

const span = z.tuple([count, count]);

/** The proof of a statement as it is stored: the quote is at `span` of the document's text. `atMs` is null where nothing is timed. */
export const StoredEvidence = z.object({
  turns: z.array(count),
  quote: z.string(),
  span,
  atMs: z.number().nullable(),
});
export type StoredEvidence = z.infer<typeof StoredEvidence>;

/** Evidence in a transcript: turns by their numbers, and when and by whom the quote is said. Times are milliseconds from the beginning. */
export const MeetingEvidence = z.object({
  quote: z.string(),
  span,
  turns: z.array(count),
  at: z.object({ startMs: z.number().nullable(), speaker: z.string().nullable() }),
});
export type MeetingEvidence = z.infer<typeof MeetingEvidence>;

const Stored = z.array(StoredEvidence);

/** Reads evidence as it is stored. */
export function storedEvidence(json: unknown): StoredEvidence[] {
  return Stored.parse(json);
}

/** Returns what names the speaker of a turn by its number; turns of nobody have none. */
export function speakerNames(
  speakers: readonly Pick<StoredSpeaker, "number" | "name">[],
  turns: readonly Pick<StoredTurn, "number" | "speaker">[],
): (turn: number | undefined) => string | null {
  const names = new Map(speakers.map(({ number, name }) => [number, name]));
  const speakerOf = new Map(turns.map(({ number, speaker }) => [number, speaker]));
  return (turn) => names.get(speakerOf.get(turn ?? 0) ?? 0) ?? null;
}

/** Returns stored evidence for an answer. `spokenIn` names the speaker of a turn. */
export function evidenceFor(
  json: unknown,
  spokenIn: (turn: number | undefined) => string | null,
): MeetingEvidence[] {
  return storedEvidence(json).map(({ turns, quote, span: at, atMs }) => ({
    quote,
    span: at,
    turns,
    at: { startMs: atMs, speaker: spokenIn(turns[0]) },
  }));
}
