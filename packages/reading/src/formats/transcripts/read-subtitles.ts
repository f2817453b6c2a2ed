import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import {
  addTurns,
  millisecondsOf,
  type Turn,
} from "@besunny/document-model/transcripts/speaker-turns";
import type { ReaderInput } from "../../contract/reader-input";
import { decodeText } from "../../detect/decode-text";
import { parseHtml, textOf } from "../../xml/xml";

const youtube = /^(\d{1,2}:\d\d:\d\d\.\d{3}),(\d{1,2}:\d\d:\d\d\.\d{3})$/;

/** Subtitles as a transcript: one paragraph for what one speaker says at a stretch, with its times. */
export async function readSubtitles(source: ReaderInput): Promise<ParsedDocument> {
  const builder = createDocumentBuilder(source);
  builder.startPage({ kind: "flow" });
  const file = decodeText(source.bytes).replace(/\r\n?/g, "\n");
  const title = /^WEBVTT[ \t]+(?:-[ \t]*)?(\S[^\n]*)/.exec(file)?.[1]?.trim();
  if (title && title.length < 200) builder.metadata.title = title;
  const cues = cuesOf(file);
  addTurns(builder, file.startsWith("WEBVTT") ? withSpeakers(cues) : cues);
  return builder.build();
}

/** The longest pause after which words without a name are still those of the last speaker. */
const PAUSE_MS = 2_000;

const timing = /^\s*((?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3})/;

function* cuesOf(file: string): Iterable<Turn> {
  let before = "";
  for (const part of file.split(/\n{2,}/)) {
    const lines = part.split("\n");
    const at = lines.findIndex((line) => timing.test(line) || youtube.test(line));
    if (at < 0 || /^(NOTE|STYLE|REGION)\b/.test(lines[0] ?? "")) continue;
    const line = lines[at] ?? "";
    const [, start = "", end = ""] = timing.exec(line) ?? youtube.exec(line) ?? [];
    for (const turn of turnsIn(lines.slice(at + 1).join("\n"))) {
      // Rolling captions say the line before once more.
      if (turn.text === before && turn.text.length > 20) continue;
      before = turn.text;
      const times = { start: millisecondsOf(start), end: millisecondsOf(end) };
      yield {
        ...turn,
        ...(times.start !== undefined && { start: times.start }),
        ...(times.end !== undefined && { end: times.end }),
      };
    }
  }
}

/** Zoom names a speaker on the first cue alone: the cues that follow without a pause are theirs too. */
function* withSpeakers(turns: Iterable<Turn>): Iterable<Turn> {
  let last: Turn | null = null;
  for (const turn of turns) {
    const isNext: boolean =
      last?.end !== undefined && turn.start !== undefined && turn.start - last.end < PAUSE_MS;
    const speaker: string = turn.speaker || (isNext ? (last?.speaker ?? "") : "");
    last = { ...turn, speaker };
    yield last;
  }
}

/** A cue may hold what several people say, each under a voice tag or after a dash with a name. */
function turnsIn(cue: string): Turn[] {
  const pieces = cue.split(/(?=<v[.\s])/);
  return pieces.flatMap((piece) => {
    const voice = /^<v(?:\.[\w.-]{1,100})?\s+([^>\n]{1,200})>/.exec(piece)?.[1]?.trim() ?? "";
    const spoken = spokenOf(piece);
    if (spoken) return [spoken];
    const text = plain(piece);
    if (text === "") return [];
    const named = voice
      ? null
      : /^(?:[-–>]+\s*)?(\p{Lu}[\p{L}\p{N} .'-]{0,40}):\s+(?=\S)/u.exec(text);
    if (named?.[1] && isName(named[1]))
      return [{ speaker: named[1], text: text.slice(named[0].length) }];
    return [{ speaker: voice, text }];
  });
}

/** Teams hands out the metadata of a transcript as cues that are JSON. */
function spokenOf(piece: string): Turn | null {
  if (!/^\s*\{"/.test(piece)) return null;
  try {
    const { speakerName, spokenText }: { speakerName?: unknown; spokenText?: unknown } =
      JSON.parse(piece);
    if (typeof spokenText !== "string" || spokenText.trim() === "") return null;
    return { speaker: typeof speakerName === "string" ? speakerName : "", text: spokenText.trim() };
  } catch {
    return null;
  }
}

/** "Anna Berg" and "SPEAKER 2", not the beginning of a sentence that goes on after a colon. */
function isName(words: string): boolean {
  const parts = words.split(" ");
  return parts.length <= 4 && parts.every((part) => /^[\p{Lu}\p{N}(]/u.test(part));
}

function plain(marked: string): string {
  const bare = marked.replace(/<[^<>]{0,300}>/g, "").replace(/\{\\[^{}]{0,100}\}/g, "");
  const text = bare.includes("&") ? textOf(parseHtml(bare)) : bare;
  return text.replace(/\s+/g, " ").trim();
}
