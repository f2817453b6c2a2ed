import type { Block, Format, Span } from "../parsed-document";
import { readingFamilies } from "../reading-release";

/**
 * The words of one person at a stretch. `number` counts from 1 in the order of the text. `speaker` is as the transcript writes it, null where it
 * names nobody. `span` is the words in the document's text, without the name before them. `marks` are the beginnings of sentences or cues by
 * their offset in the document's text. Times are milliseconds from the beginning of the recording.
 */
export type Turn = {
  number: number;
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
  isTimeGuessed: boolean;
  span: Span;
  marks?: readonly (readonly [offset: number, startMs: number])[];
};

/** A document as the reader returns it. */
type ReadDocument = { text: string; blocks: readonly Block[]; format?: Format };

/** The least share of a transcript's words that belong to turns. */
const LEAST_SHARE = 0.5;

/** Returns the turns of a transcript, or null if the text is none. */
export function meetingOf({ text, blocks, format }: ReadDocument): Turn[] | null {
  // A server for speech may name no speakers and no times; what it wrote down is talk all the same.
  const isRecording = format !== undefined && readingFamilies[format] === "recording";
  const said = isRecording
    ? blocks
    : blocks.filter(({ speaker, time }) => speaker !== undefined || time !== undefined);
  if (said.length === 0) return null;
  const spoken = said.reduce((sum, { span }) => sum + span[1] - span[0], 0);
  if (spoken < text.trim().length * LEAST_SHARE) return null;
  return said.map((block, index) => turnOf(text, block, index + 1));
}

function turnOf(text: string, block: Block, number: number): Turn {
  const { speaker: written, span, time, marks, isTimeGuessed = false } = block;
  const speaker = written?.trim() || null;
  const before = speaker === null ? "" : `${written}: `;
  const isNamed = before !== "" && text.startsWith(before, span[0]);
  const start = isNamed ? span[0] + before.length : span[0];
  return {
    number,
    speaker,
    startMs: time?.[0] ?? null,
    endMs: time?.[1] ?? null,
    isTimeGuessed,
    span: [Math.min(start, span[1]), span[1]],
    ...(marks && {
      marks: marks.map(([offset, ms]) => [Math.max(start, span[0] + offset), ms] as const),
    }),
  };
}
