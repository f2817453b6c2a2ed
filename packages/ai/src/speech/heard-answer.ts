import {
  type Heard,
  type HeardPart,
  type HeardWord,
  tokensOf,
} from "@besunny/document-model/transcripts/heard";
import { z } from "zod";

import { heardCues } from "./heard-cues";

const Word = z.object({
  word: z.string().optional(),
  text: z.string().optional(),
  start: z.number(),
  end: z.number(),
});
const Segment = z.object({
  text: z.string(),
  start: z.number().nullish(),
  end: z.number().nullish(),
  speaker: z.union([z.string(), z.number()]).nullish(),
  avg_logprob: z.number().nullish(),
  no_speech_prob: z.number().nullish(),
  words: z.array(Word).nullish().catch(null),
});
type Segment = z.infer<typeof Segment>;
const Answer = z.object({
  text: z.string().nullish(),
  language: z.string().nullish(),
  segments: z.array(Segment).nullish().catch(null),
  words: z.array(Word).nullish().catch(null),
});

/** Times may pass the end of the sound by this: models hear in windows of fixed length. */
const SPILL_SECONDS = 30;
/** Whisper's own rule for words that it makes up where nobody speaks. */
const NO_SPEECH = 0.6;
const UNLIKELY = -1;

/** Thrown if an answer is none of the known shapes. */
export class UnusableSpeech extends Error {
  override readonly name = "UnusableSpeech";
}

/**
 * Returns what the answer of a server says: JSON with segments, with speakers or with a text alone, subtitles, or plain text. Times that no sound
 * of `seconds` can have are not believed: then no part has a time. Throws `UnusableSpeech` for anything else.
 */
export function heardIn(body: string, seconds: number): Heard {
  const text = body.trim();
  const cues = heardCues(text);
  if (cues) return { language: null, parts: believed(cues, seconds) };
  if (/^[[{"]/.test(text)) return heardJson(text, seconds);
  if (/^<(!doctype|html|\?xml)/i.test(text)) throw new UnusableSpeech("The answer is a web page");
  return { language: null, parts: text === "" ? [] : [textAlone(text)] };
}

function heardJson(body: string, seconds: number): Heard {
  const parsed = Answer.or(z.string()).safeParse(parsedJson(body));
  if (!parsed.success) throw new UnusableSpeech("The answer is no transcript");
  const answer = typeof parsed.data === "string" ? { text: parsed.data } : parsed.data;
  const { text, language, segments, words } = {
    segments: null,
    words: null,
    language: null,
    ...answer,
  };
  if (typeof text !== "string" && !segments) throw new UnusableSpeech("The answer has no words");
  const whole = text?.trim() ?? "";
  const said = (segments ?? []).filter((each) => each.text.trim() !== "");
  const parts =
    said.length > 0
      ? believed(
          said.filter(isSpeech).map((each) => partOf(each, words ?? [])),
          seconds,
        )
      : whole === ""
        ? []
        : [textAlone(whole)];
  return { language: language ?? null, parts };
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new UnusableSpeech("The answer is no JSON");
  }
}

function textAlone(text: string): HeardPart {
  return { text, speaker: null, startMs: null, endMs: null, confidence: null };
}

function isSpeech({ no_speech_prob: silence, avg_logprob: likely }: Segment): boolean {
  return !((silence ?? 0) > NO_SPEECH && (likely ?? 0) < UNLIKELY);
}

function partOf(segment: Segment, allWords: readonly z.infer<typeof Word>[]): HeardPart {
  const { start = null, end = null, speaker, avg_logprob: likely } = segment;
  const own =
    segment.words ??
    allWords.filter((word) => {
      const middle = (word.start + word.end) / 2;
      return start !== null && end !== null && middle >= start && middle < end;
    });
  const text = segment.text.trim();
  const isAligned = own.length > 0 && own.length === tokensOf(text).length;
  return {
    text,
    speaker: speaker === null || speaker === undefined ? null : String(speaker).trim() || null,
    startMs: start === null ? null : toMs(start),
    endMs: end === null ? null : toMs(end),
    confidence: typeof likely === "number" ? Math.exp(Math.min(0, likely)) : null,
    ...(isAligned && {
      words: own.map(
        (word): HeardWord => ({
          text: (word.word ?? word.text ?? "").trim(),
          startMs: toMs(word.start),
          endMs: toMs(word.end),
        }),
      ),
    }),
  };
}

/** Keeps the times if they rise, lie in the sound and are not all the same; else no part has one. */
function believed(parts: readonly HeardPart[], seconds: number): HeardPart[] {
  const last = (seconds + SPILL_SECONDS) * 1_000;
  const length = seconds * 1_000;
  const isKnown = parts.every(
    ({ startMs, endMs }, index) =>
      startMs !== null &&
      endMs !== null &&
      startMs >= 0 &&
      startMs <= length &&
      endMs >= startMs &&
      endMs <= last &&
      startMs >= (parts[index - 1]?.startMs ?? 0),
  );
  const isMoving = parts.some(({ endMs }) => (endMs ?? 0) > 0);
  if (!isKnown || !isMoving)
    return parts.map(({ words: _, ...part }) => ({ ...part, startMs: null, endMs: null }));
  return parts.map(({ words, ...part }) => ({
    ...part,
    endMs: Math.min(part.endMs ?? length, length),
    ...(words && areWithin(words, length) && { words }),
  }));
}

function areWithin(words: readonly HeardWord[], length: number): boolean {
  return words.every(
    ({ startMs, endMs }, index) =>
      startMs >= (words[index - 1]?.startMs ?? 0) && endMs >= startMs && startMs <= length,
  );
}

function toMs(seconds: number): number {
  return Math.round(seconds * 1_000);
}
