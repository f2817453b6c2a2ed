import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { addTurns, millisecondsOf } from "@besunny/document-model/transcripts/speaker-turns";
import { lineOf } from "../../xml/line-of";
import { descendants, type XmlElement } from "../../xml/xml";

const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

/** Adds subtitles in the XML of the W3C (TTML). False, and nothing added, where nothing in them has a time. */
export function addTimedText(builder: DocumentBuilder, root: XmlElement): boolean {
  const names = new Map(
    descendants(root, "agent").map((agent) => [agent.attributes["xml:id"] ?? "", lineOf(agent)]),
  );
  const turns = descendants(root, "p").flatMap((cue) => {
    const [start, end] = [timeOf(cue.attributes.begin), timeOf(cue.attributes.end)];
    const text = lineOf(cue);
    if (start === undefined || text === "") return [];
    const agent = cue.attributes["ttm:agent"] ?? "";
    return [{ speaker: names.get(agent) ?? "", text, start, ...(end !== undefined && { end }) }];
  });
  if (turns.length === 0) return false;
  addTurns(builder, turns);
  return true;
}

/** Milliseconds of a clock time, or of a count of hours, minutes, seconds or milliseconds. */
function timeOf(given = ""): number | undefined {
  const [, count = "", unit = ""] = /^(\d+(?:\.\d+)?)(h|m|s|ms)$/.exec(given.trim()) ?? [];
  return count === "" ? millisecondsOf(given) : Math.round(Number(count) * (units[unit] ?? 0));
}
