import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import {
  addTurns,
  millisecondsOf,
  type Turn,
} from "@besunny/document-model/transcripts/speaker-turns";
import { addMeet } from "./add-meet";

const time = "\\[?\\(?(\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?)\\)?\\]?";
const name = "(\\p{L}[\\p{L}\\p{M}\\p{N}.'’()_ -]{0,50}?)";

type Shape = { pattern: RegExp; time: number; speaker: number; text: number; least: number };

const shape = (
  source: string,
  places: Pick<Shape, "time" | "speaker" | "text">,
  least = 2,
): Shape => ({ pattern: new RegExp(`^\\s{0,8}${source}$`, "u"), ...places, least });

/** The formats for speaker and time of Zoom, Teams, Meet, Otter, and people. `text` 0 means on the lines that follow. */
const shapes: Shape[] = [
  shape(`${time}\\s{1,4}[-–|]?\\s{0,3}${name}:\\s{1,4}(\\S.*)`, { time: 1, speaker: 2, text: 3 }),
  shape(`${name}\\s{1,4}${time}\\s{0,2}:\\s{1,4}(\\S.*)`, { time: 2, speaker: 1, text: 3 }),
  shape(`${name}[\\s,|–-]{1,6}${time}\\s{0,4}`, { time: 2, speaker: 1, text: 0 }),
  shape(`${time}[\\s,|–-]{1,6}${name}:?\\s{0,4}`, { time: 1, speaker: 2, text: 0 }),
  shape(`${time}\\s{1,4}(\\S.*)`, { time: 1, speaker: 0, text: 2 }, 6),
  shape(`${name}:\\s{1,4}(\\S.*)`, { time: 0, speaker: 1, text: 2 }, 6),
];

/**
 * Adds a transcript of a conversation by its turns. False, and nothing added, where the text is none. `isTimed`: only one with speakers and
 * times.
 */
export function addTranscript(
  builder: DocumentBuilder,
  text: string,
  { isTimed = false } = {},
): boolean {
  const lines = text.split("\n");
  if (addMeet(builder, lines)) return true;
  const known = isTimed ? shapes.filter(({ time: at, speaker }) => at && speaker) : shapes;
  const found = known.find((each) => fits(each, lines));
  if (!found) return false;
  const turns: Turn[] = [];
  for (const line of lines) {
    const match = matched(found, line);
    if (match) turns.push(match);
    else {
      const last = turns.at(-1);
      const words = line.trim();
      if (!last) builder.add({ kind: "paragraph", text: words });
      else if (words !== "") last.text = last.text === "" ? words : `${last.text}\n${words}`;
    }
  }
  addTurns(
    builder,
    turns.filter(({ text }) => text !== ""),
  );
  return true;
}

function matched({ pattern, ...places }: Shape, line: string): Turn | null {
  if (line.length > 20_000) return null;
  const match = pattern.exec(line);
  if (!match) return null;
  const speaker = places.speaker ? (match[places.speaker] ?? "").trim() : "";
  if (places.speaker && !isName(speaker)) return null;
  const start = places.time ? millisecondsOf(match[places.time] ?? "") : undefined;
  return {
    speaker,
    text: places.text ? (match[places.text] ?? "").trim() : "",
    ...(start !== undefined && { start }),
  };
}

function isName(words: string): boolean {
  const parts = words.split(/\s+/);
  return (
    parts.length <= 5 &&
    /^[\p{Lu}\p{Lo}]/u.test(words) &&
    !/^(https?|note|re|fw|date|subject|from|to|cc)$/i.test(words)
  );
}

/**
 * Many turns, few speakers, nearly all lines accounted for. Without times a list of "Name: text" may as well be a form, so
 * there each name has to come back.
 */
function fits(each: Shape, lines: string[]): boolean {
  const filled = lines.slice(0, 2_000).filter((line) => line.trim() !== "");
  const turns = filled.flatMap((line) => matched(each, line) ?? []);
  if (turns.length < each.least) return false;
  const share = turns.length / filled.length;
  if (each.text === 0 ? share < 0.15 || share > 0.7 : share < (each.time ? 0.3 : 0.6)) return false;
  if (!each.speaker) return areRising(turns);
  const times = new Map<string, number>();
  for (const { speaker } of turns) times.set(speaker, (times.get(speaker) ?? 0) + 1);
  if (each.time) return areRising(turns);
  const backAgain = [...times.values()].filter((count) => count > 1).length;
  return times.size > 1 && backAgain >= times.size * 0.6 && turns.length >= times.size * 2.5;
}

function areRising(turns: Turn[]): boolean {
  let falls = 0;
  for (const [index, { start = 0 }] of turns.entries())
    if (start < (turns[index - 1]?.start ?? 0)) falls += 1;
  return falls <= turns.length * 0.1;
}
