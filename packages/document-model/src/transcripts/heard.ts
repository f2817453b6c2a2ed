/** A word with its time, in milliseconds from the beginning of what was heard. */
export type HeardWord = { text: string; startMs: number; endMs: number };

/**
 * The words of one speaker at a stretch. Times are in milliseconds; null where the server returns none. `words` are those of `text`, in order, if the
 * server says when each is heard. `confidence` is from 0 to 1.
 */
export type HeardPart = {
  text: string;
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
  words?: HeardWord[] | undefined;
  confidence: number | null;
};

/** The answer for one piece. Times count from the beginning of the piece. */
export type Heard = { language: string | null; parts: HeardPart[] };

/** A piece of a recording, by its place in it, with what was heard. */
export type HeardPiece = { startMs: number; endMs: number; heard: Heard };

/** Returns true if each part has its time. */
export function isTimed(parts: readonly HeardPart[]): boolean {
  return parts.every(({ startMs, endMs }) => startMs !== null && endMs !== null);
}

/** Returns the words of a text as they stand between its spaces. */
export function tokensOf(text: string): string[] {
  return text.split(/\s+/).filter((token) => token !== "");
}
