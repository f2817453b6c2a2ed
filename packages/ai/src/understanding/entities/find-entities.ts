import { setImmediate } from "node:timers/promises";

import type { Entity } from "../../ai";
import type { DocumentView } from "../document-view";
import { findNames } from "../names/find-names";
import type { FoundDetail } from "../personal/found-detail";
import { windows } from "../windows";
import { findMoney, findPercentages } from "./amounts";
import type { Conventions } from "./conventions";
import { findDates } from "./dates";
import type { Found } from "./found";
import { mergeNames } from "./merge-names";
import { findIdentifiers, findUrls } from "./patterns";

const WINDOWS_AT_A_TIME = 50;
const MOST_ENTITIES = 300;
const MOST_EVIDENCE = 20;

/**
 * Finds all entities of the kinds that BeSunny knows and groups mentions of the same one. Returns the surest and commonest first. Personal
 * details that are entities too are taken from `details`; the numbers of the others are no phones, sums or identifiers.
 */
export async function findEntities(
  view: DocumentView,
  conventions: Conventions,
  details: readonly FoundDetail[],
): Promise<Entity[]> {
  const found: Found[] = details.flatMap(ofDetail);
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
  found.push(...(await findNames(view, conventions.language)));
  const taken = details.filter(({ kind }) => !sharesItsPlace(kind) && !isEntity(kind));
  return together(view.document.text, withoutOverlaps(found, taken));
}

function isEntity(kind: FoundDetail["kind"]): kind is "email" | "phone" | "iban" {
  return kind === "email" || kind === "phone" || kind === "iban";
}

/** A birth date is a date too, and an address holds the name of a place. */
function sharesItsPlace(kind: FoundDetail["kind"]): boolean {
  return kind === "birth-date" || kind === "address";
}

function ofDetail({ kind, ...place }: FoundDetail): Found[] {
  return isEntity(kind) ? [{ kind, ...place }] : [];
}

function patterns(text: string, conventions: Conventions): Found[] {
  if (!/\d/.test(text)) return findUrls(text);
  return [
    ...findUrls(text),
    ...findDates(text, conventions),
    ...findMoney(text, conventions),
    ...findPercentages(text, conventions),
    ...findIdentifiers(text),
  ];
}

type Place = { start: number; end: number };

/** Drops overlaps with what is taken and with earlier entries of the list: a number inside an IBAN is not a sum. */
function withoutOverlaps(found: readonly Found[], gone: readonly Place[]): Found[] {
  const taken: Found[] = [];
  const covered = new Set<number>();
  for (const { start, end } of gone)
    for (let place = start; place < end; place++) covered.add(place);
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
    known.evidence.push([start, end]);
  }
  return mergeNames([...groups.values()])
    .map((entity) => ({ ...entity, evidence: entity.evidence.slice(0, MOST_EVIDENCE) }))
    .sort((a, b) => b.evidence.length - a.evidence.length || b.confidence - a.confidence)
    .slice(0, MOST_ENTITIES);
}
