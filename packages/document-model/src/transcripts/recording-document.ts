import { createDocumentBuilder } from "../document-builder";
import type { Format, ParsedDocument } from "../parsed-document";
import { readingReleaseOf } from "../reading-release";
import { type HeardPart, type HeardPiece, isTimed } from "./heard";
import { joinPieces } from "./join-pieces";
import { addTurns, type Turn } from "./speaker-turns";
import { spokenSentences } from "./spoken-sentences";

const UNSURE = 0.5;

const NO_TIMES =
  "The server that wrote this recording down returns no times, so the transcript has none. Statements lead to their place in the text.";
const UNSURE_WORDS = "The server was unsure of much of what it heard.";

/**
 * Returns the transcript of a recording as its parsed document: what each speaker says, with the time of each sentence where the server returns times. Times
 * are never worked out: if one piece has none, the transcript has none and a warning says so. Without words the text is empty.
 */
export function recordingDocument({
  format,
  mediaType,
  pieces,
}: {
  format: Format;
  mediaType: string;
  pieces: readonly HeardPiece[];
}): ParsedDocument {
  const builder = createDocumentBuilder({ format, mediaType });
  const page = builder.startPage({ kind: "flow" });
  const parts = joinPieces(pieces);
  const hasTimes = isTimed(parts);
  if (!hasTimes) builder.warnings.push(NO_TIMES);
  const turns = spokenSentences(hasTimes ? parts : parts.map(withoutTimes));
  addTurns(builder, hasTimes ? within(turns, pieces.at(-1)?.endMs ?? 0) : turns);
  const score = confidenceOf(parts);
  if (score !== null) page.quality = { score, reasons: score < UNSURE ? [UNSURE_WORDS] : [] };
  return { ...builder.build(), release: readingReleaseOf(format) };
}

function withoutTimes({ words: _, ...part }: HeardPart): HeardPart {
  return { ...part, startMs: null, endMs: null };
}

/** Nobody speaks after the end of the recording. */
function within(turns: readonly Turn[], endMs: number): Turn[] {
  const before = (ms: number) => Math.min(ms, endMs);
  return turns.map(({ start, end, ...turn }) => ({
    ...turn,
    ...(start !== undefined && { start: before(start) }),
    ...(end !== undefined && { end: before(end) }),
  }));
}

/** The confidence of all parts by their length; null where the server returns none. */
function confidenceOf(parts: readonly HeardPart[]): number | null {
  const known = parts.filter(({ confidence }) => confidence !== null);
  const length = known.reduce((sum, { text }) => sum + text.length, 0);
  if (length === 0) return null;
  const sum = known.reduce((all, { text, confidence }) => all + text.length * (confidence ?? 0), 0);
  return Math.round((sum / length) * 100) / 100;
}
