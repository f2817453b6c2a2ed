import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import {
  addTurns,
  millisecondsOf,
  type Turn,
} from "@besunny/document-model/transcripts/speaker-turns";

const clock = /^\d{1,2}:\d{2}:\d{2}$/;
const ended = /^(?:Meeting|Transcription) ended after (\d{1,2}:\d{2}:\d{2})/i;
const titled = /^(.{1,200}?)\s+-\s+Transcript$/;
const said = /^([\p{Lu}\p{Lo}][^:\n]{0,60}?):\s{1,4}(\S.*)$/u;

const LONGEST_STRETCH_MS = 15 * 60_000;
const LEAST_TURNS = 2;

/**
 * Adds a transcript as Google Meet writes it: names before what is said, and a time on a line of its own every few minutes. The times of the
 * turns between are worked out from their words, and marked as such. False, and nothing added, for other texts.
 */
export function addMeet(builder: DocumentBuilder, lines: readonly string[]): boolean {
  const bare = lines.map((line) => line.trim());
  const first = bare.findIndex((line) => said.test(line) && line.length > 3);
  const times = bare.filter((line) => clock.test(line)).length;
  const hasEnd = bare.some((line) => ended.test(line));
  const isNamed = bare.slice(0, 12).some((line) => /^(Attendees|Transcript)$/i.test(line));
  if (first < 0 || !(isNamed && (times > 0 || hasEnd))) return false;
  const { turns, header, footer } = divided(bare);
  if (turns.length < LEAST_TURNS) return false;

  const title = titled.exec(header[0] ?? "")?.[1];
  if (title) builder.metadata.title = title;
  for (const [index, text] of header.entries())
    builder.add(index === 0 ? { kind: "title", text } : { kind: "paragraph", text });
  addTurns(builder, withTimes(turns));
  for (const text of footer) builder.add({ kind: "paragraph", text });
  return true;
}

type Placed = Turn & { after: number; before: number | null };

function divided(lines: readonly string[]) {
  const [turns, header, footer]: [Placed[], string[], string[]] = [[], [], []];
  let at = 0;
  const close = (ms: number) => {
    for (const turn of turns) turn.before ??= ms;
    at = ms;
  };
  for (const line of lines) {
    if (line === "") continue;
    const end = ended.exec(line)?.[1];
    const spoken = said.exec(line);
    if (footer.length > 0) footer.push(line);
    else if (end !== undefined) {
      close(millisecondsOf(end) ?? at);
      footer.push(line);
    } else if (clock.test(line)) close(millisecondsOf(line) ?? at);
    else if (spoken?.[1] && spoken[2] && !/^https?$/i.test(spoken[1]))
      turns.push({ speaker: spoken[1], text: spoken[2], after: at, before: null });
    else {
      const last = turns.at(-1);
      if (last) last.text += ` ${line}`;
      else header.push(line);
    }
  }
  return { turns, header, footer };
}

/** The turns between two times take the share of that stretch that their words are of all words in it. */
function withTimes(turns: readonly Placed[]): Turn[] {
  return [...Map.groupBy(turns, ({ after }) => after)].flatMap(([after, stretch]) => {
    const before = stretch[0]?.before ?? null;
    const isKnown = before !== null && before > after && before - after <= LONGEST_STRETCH_MS;
    const words = stretch.map(({ text }) => text.split(/\s+/).length);
    const all = words.reduce((sum, count) => sum + count, 0);
    const share = isKnown ? (before - after) / all : 400;
    let passed = 0;
    return stretch.map(({ speaker, text }, index) => {
      const start = after + Math.round(passed * share);
      passed += words[index] ?? 0;
      return { speaker, text, start, end: after + Math.round(passed * share), isGuessed: true };
    });
  });
}
