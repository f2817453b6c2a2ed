import type { Turn } from "@besunny/document-model/transcripts/speaker-turns";

type Named = Record<string, unknown>;
export type JsonTranscript = { turns: Turn[]; title: string | null };

const LEAST_TURNS = 2;
/** Nobody speaks so slowly: times that would mean it are in milliseconds. */
const SLOWEST_WORDS_A_SECOND = 0.02;

/**
 * Returns the turns of a transcript in the JSON of Fireflies, Whisper, AWS, Deepgram, AssemblyAI, Rev and those alike; null for other data.
 * Times become milliseconds.
 */
export function transcriptOfJson(value: unknown): JsonTranscript | null {
  const segments = segmentsOf(value);
  if (!segments || segments.length < LEAST_TURNS) return null;
  const turns = segments.map(segmentOf);
  if (!turns.every((turn) => turn !== null) || !areRising(turns)) return null;
  const unit = unitOf(value, turns);
  return {
    title: titleOf(value),
    turns: turns
      .filter(({ text }) => text !== "")
      .map(({ speaker, text, start, end }) => ({
        speaker,
        text,
        start: Math.round(start * unit),
        ...(end !== null && { end: Math.round(end * unit) }),
      })),
  };
}

/** The places where makers keep the list of what was said. */
const places: readonly (readonly string[])[] = [
  [],
  ["sentences"],
  ["segments"],
  ["utterances"],
  ["transcript"],
  ["transcript", "sentences"],
  ["transcript", "segments"],
  ["data", "transcript", "sentences"],
  ["results", "utterances"],
  ["results", "audio_segments"],
];

function segmentsOf(value: unknown): Named[] | null {
  for (const place of places) {
    const found = at(value, place);
    if (isSegments(found)) return found;
  }
  return deepgramParagraphs(value) ?? awsItems(value) ?? monologues(value);
}

function isSegments(found: unknown): found is Named[] {
  return Array.isArray(found) && found.length > 0 && found.every(isNamed) && found.every(segmentOf);
}

type Segment = { speaker: string; text: string; start: number; end: number | null };

function segmentOf(each: Named): Segment | null {
  const text = firstText(each, ["text", "sentence", "transcript", "raw_text", "content"]);
  const start = firstNumber(each, ["start_time", "start", "startTime", "start_ms", "begin"]);
  if (text === null || start === null) return null;
  const end = firstNumber(each, ["end_time", "end", "endTime", "end_ms"]);
  return { text: text.trim(), start, end, speaker: speakerOf(each) };
}

/** A number is no name, and "A" is hardly one. */
function speakerOf(each: Named): string {
  for (const key of ["speaker_name", "speakerName", "speaker", "speaker_label", "speaker_id"]) {
    const named = each[key];
    const found = isNamed(named) ? named.name : named;
    if (typeof found === "number") return `Speaker ${found}`;
    if (typeof found !== "string" || found.trim() === "") continue;
    return /^(\d+|[A-Z])$/.test(found.trim()) ? `Speaker ${found.trim()}` : found.trim();
  }
  return "";
}

function deepgramParagraphs(value: unknown): Named[] | null {
  const paragraphs = at(value, ["results", "channels", "0", "alternatives", "0", "paragraphs"]);
  const list = isNamed(paragraphs) ? paragraphs.paragraphs : null;
  if (!Array.isArray(list)) return null;
  const segments = list
    .filter(isNamed)
    .flatMap(({ speaker, sentences }) =>
      Array.isArray(sentences)
        ? sentences.filter(isNamed).map((each) => ({ ...each, speaker }))
        : [],
    );
  return isSegments(segments) ? segments : null;
}

/** AWS says each word by itself; a sentence ends with its sign, or where somebody else speaks. */
function awsItems(value: unknown): Named[] | null {
  const items = at(value, ["results", "items"]);
  if (!Array.isArray(items) || !items.every(isNamed)) return null;
  const segments: { text: string; start: unknown; end: unknown; speaker: unknown }[] = [];
  let isOpen = false;
  for (const {
    type,
    alternatives,
    start_time: start,
    end_time: end,
    speaker_label: speaker,
  } of items) {
    const content = at(alternatives, ["0", "content"]);
    if (typeof content !== "string") return null;
    const last = segments.at(-1);
    if (type === "punctuation") {
      if (last) last.text += content;
      isOpen = isOpen && !/^[.?!]$/.test(content);
    } else if (last && isOpen && last.speaker === speaker) {
      last.text += ` ${content}`;
      last.end = end;
    } else {
      segments.push({ text: content, start, end, speaker });
      isOpen = true;
    }
  }
  return isSegments(segments) ? segments : null;
}

function monologues(value: unknown): Named[] | null {
  const list = at(value, ["monologues"]);
  if (!Array.isArray(list)) return null;
  const segments = list.filter(isNamed).flatMap(({ speaker, elements }) => {
    const parts = Array.isArray(elements) ? elements.filter(isNamed) : [];
    const timed = parts.filter(({ ts }) => typeof ts === "number");
    const text = parts.map(({ value: words }) => String(words ?? "")).join("");
    return timed.length > 0
      ? [{ speaker, text, start: timed[0]?.ts, end: timed.at(-1)?.end_ts }]
      : [];
  });
  return isSegments(segments) ? segments : null;
}

/** Returns the milliseconds of one unit of time: the names of the keys tell it, or else how long the words would take. */
function unitOf(value: unknown, turns: readonly Segment[]): 1 | 1_000 {
  if (Array.isArray(at(value, ["utterances"])) && at(value, ["audio_duration"]) !== undefined)
    return 1;
  const whole = turns.every(
    ({ start, end }) => Number.isInteger(start) && (end === null || Number.isInteger(end)),
  );
  const length = (turns.at(-1)?.end ?? turns.at(-1)?.start ?? 0) - (turns[0]?.start ?? 0);
  const words = turns.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return whole && length > 0 && words / length < SLOWEST_WORDS_A_SECOND ? 1 : 1_000;
}

function areRising(turns: readonly Segment[]): boolean {
  const falls = turns.filter(({ start }, index) => start < (turns[index - 1]?.start ?? 0)).length;
  return falls <= turns.length * 0.1;
}

function titleOf(value: unknown): string | null {
  const outer = isNamed(value) ? value : {};
  return firstText(outer, ["title", "meeting_title", "name"])?.trim() || null;
}

function at(value: unknown, place: readonly string[]): unknown {
  let found = value;
  for (const key of place)
    found =
      Array.isArray(found) && /^\d+$/.test(key)
        ? found[Number(key)]
        : isNamed(found)
          ? found[key]
          : undefined;
  return found;
}

function firstText(each: Named, keys: readonly string[]): string | null {
  for (const key of keys) {
    const found = each[key];
    if (typeof found === "string") return found;
  }
  return null;
}

/** AWS writes numbers as texts. */
function firstNumber(each: Named, keys: readonly string[]): number | null {
  for (const key of keys) {
    const found = each[key];
    const number = typeof found === "string" && found !== "" ? Number(found) : found;
    if (typeof number === "number" && Number.isFinite(number) && number >= 0) return number;
  }
  return null;
}

function isNamed(value: unknown): value is Named {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
