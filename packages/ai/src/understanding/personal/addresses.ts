import { setImmediate } from "node:timers/promises";

import type { Conventions } from "../entities/conventions";
import { findDates } from "../entities/dates";
import { windows } from "../windows";
import type { FoundDetail } from "./found-detail";
import { firmStreets, looseStreets, otherNumbers, postal, unit } from "./street-forms";

const gap = "[ \\t]*(?:,|;|[-–·|•](?=[ ]))?[ \\t]*";
const onSameLine = new RegExp(
  `^(?:${gap}(?:${unit})(?![\\p{L}\\p{N}]))?(?:(?:${gap},?[ ])(?:${postal})(?![\\p{L}\\p{N}]))?`,
  "u",
);
const unitLine = new RegExp(`^[ \\t>]*(?:${unit})[ \\t,]*$`, "u");
const postalLine = new RegExp(
  `^[ \\t>,]*(?:${postal})(?:[ \\t]*,[ \\t]*\\p{Lu}[\\p{L} ]{2,30})?[ \\t,.]*$`,
  "u",
);
const townLine = /^[ \t>,]*\p{Lu}[\p{L}'’.()-]+(?:[ -][\p{L}'’.()-]+){0,4}[ \t,]*$/u;
const label =
  /(?<!\p{L})(?:(?:(?:home|billing|mailing|postal|street|delivery|shipping|new|private|current|residential)\s+)?address|anschrift|adresse|wohnhaft(?: in)?|wohnort|domicile|domicilio|dirección|indirizzo|residente in|adres|endereço|morada|adress|bopæl|zamieszkał[ay]|lives? at|living at|resid(?:es|ing) at|reside at|located at|live at)(?!\p{L})\s*(?:is|with|lautet|est|es|è|at|to)?\s*[:：-]?\s*$/iu;
const LABEL_REACH = 40;
const MOST_LINES = 4;
const LINES_AT_A_TIME = 50;

type Piece = { offset: number; text: string };

/** Finds street addresses by their words, with the unit, postal code and town behind them on the same line or the next ones. */
export async function findAddresses(
  text: string,
  conventions: Conventions,
): Promise<FoundDetail[]> {
  const pieces = windows(text);
  const found: FoundDetail[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index % LINES_AT_A_TIME === 0) await setImmediate();
    if (!/\d/.test(piece.text)) continue;
    for (const { start, end, isFirm } of streets(piece.text)) {
      if (!isFirm && isOther(piece.text.slice(start, end + 12), conventions)) continue;
      const before = text.slice(
        Math.max(0, piece.offset + start - LABEL_REACH),
        piece.offset + start,
      );
      const behind = extended(pieces, index, end);
      const isLabelled = label.test(before);
      if (!isFirm && !isLabelled && !behind.hasPostal) continue;
      // A loose street on a line of its own is an address only as a block of lines.
      if (!isFirm && !isLabelled && piece.text.slice(0, start).trim().replace(/^>+/, "") !== "")
        continue;
      found.push({
        kind: "address",
        start: piece.offset + start,
        end: behind.end,
        confidence: behind.hasPostal ? 0.92 : isLabelled ? 0.88 : 0.8,
      });
    }
  }
  return found;
}

/** "June 30, 2025" and "Invoice 12" have the form of a street with its number. */
function isOther(text: string, conventions: Conventions): boolean {
  return otherNumbers.test(text) || findDates(text, conventions).length > 0;
}

function streets(text: string): { start: number; end: number; isFirm: boolean }[] {
  const found: { start: number; end: number; isFirm: boolean }[] = [];
  const add = (patterns: readonly RegExp[], isFirm: boolean) => {
    for (const each of patterns)
      for (const match of text.matchAll(each)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (!found.some((other) => start < other.end && other.start < end))
          found.push({ start, end, isFirm });
      }
  };
  add(firmStreets, true);
  if (found.length === 0) add(looseStreets, false);
  return found;
}

/** Returns the end of an address that begins with a street, and whether a postal code follows the street. */
function extended(
  pieces: readonly Piece[],
  index: number,
  from: number,
): { end: number; hasPostal: boolean } {
  const piece = pieces[index];
  if (!piece) return { end: from, hasPostal: false };
  const rest = piece.text.slice(from);
  const same = onSameLine.exec(rest)?.[0] ?? "";
  let end = piece.offset + from + same.length;
  const hasPostal = /\d{4}|[A-Z]\d[A-Z\d]? \d/.test(same.replace(new RegExp(unit, "gu"), ""));
  if (hasPostal || !/^[ \t,.]*$/.test(rest.slice(same.length))) return { end, hasPostal };

  let towns = 0;
  for (const next of pieces.slice(index + 1, index + 1 + MOST_LINES)) {
    if (next.text.length > 80) break;
    const written = next.text.trimEnd();
    if (unitLine.test(written)) {
      end = next.offset + written.length;
      continue;
    }
    if (postalLine.test(written))
      return { end: next.offset + written.replace(/[ ,.]+$/, "").length, hasPostal: true };
    if (towns++ > 1 || !townLine.test(written)) break;
  }
  return { end, hasPostal };
}
