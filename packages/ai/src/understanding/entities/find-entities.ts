import { setImmediate } from "node:timers/promises";

import type { Entity } from "../../ai";
import type { DocumentView } from "../document-view";
import { windows } from "../windows";
import { findMoney, findPercentages } from "./amounts";
import type { Conventions } from "./conventions";
import { findDates } from "./dates";
import type { Found } from "./found";
import { findNames } from "./names";
import { findEmails, findIbans, findIdentifiers, findPhones, findUrls } from "./patterns";

const WINDOWS_AT_A_TIME = 50;
const MOST_ENTITIES = 300;
const MOST_EVIDENCE = 20;

/** Finds all entities of the kinds that BeSunny knows and groups mentions of the same one. Returns the surest and commonest first. */
export async function findEntities(
  view: DocumentView,
  conventions: Conventions,
): Promise<Entity[]> {
  const found: Found[] = [];
  for (const [start, end] of view.parts)
    for (const [index, { offset, text }] of windows(
      view.document.text.slice(start, end),
    ).entries()) {
      // A question that comes meanwhile need not wait for a long document.
      if (index % WINDOWS_AT_A_TIME === 0) await setImmediate();
      for (const each of patterns(text, conventions)) {
        const from = start + offset;
        found.push({ ...each, start: from + each.start, end: from + each.end });
      }
    }
  const { language } = conventions;
  if (language === null || language === "en") found.push(...findNames(view));
  return together(view.document.text, withoutOverlaps(found));
}

function patterns(text: string, conventions: Conventions): Found[] {
  if (!/\d/.test(text)) return [...findEmails(text), ...findUrls(text)];
  return [
    ...findEmails(text),
    ...findUrls(text),
    ...findIbans(text),
    ...findDates(text, conventions),
    ...findMoney(text, conventions),
    ...findPercentages(text, conventions),
    ...findPhones(text),
    ...findIdentifiers(text),
  ];
}

/** Drops overlaps. The earlier entry of the list wins: a number inside an IBAN is not a phone. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const taken: Found[] = [];
  const covered = new Set<number>();
  for (const each of found) {
    const places = Array.from({ length: each.end - each.start }, (_, index) => each.start + index);
    if (places.some((place) => covered.has(place))) continue;
    for (const place of places) covered.add(place);
    taken.push(each);
  }
  return taken;
}

function together(text: string, found: readonly Found[]): Entity[] {
  const groups = new Map<string, Entity>();
  for (const { kind, start, end, confidence, normalised } of [...found].sort(
    (a, b) => a.start - b.start,
  )) {
    const quote = text.slice(start, end);
    const key = `${kind} ${normalised ?? quote.toLowerCase().replace(/\s+/g, " ")}`;
    const known = groups.get(key);
    if (!known) {
      const shared = { kind, text: quote.replace(/\s+/g, " "), confidence };
      groups.set(key, { ...shared, evidence: [[start, end]], ...(normalised && { normalised }) });
      continue;
    }
    known.confidence = Math.max(known.confidence, confidence);
    if (known.evidence.length < MOST_EVIDENCE) known.evidence.push([start, end]);
  }
  return [...groups.values()]
    .sort((a, b) => b.evidence.length - a.evidence.length || b.confidence - a.confidence)
    .slice(0, MOST_ENTITIES);
}
