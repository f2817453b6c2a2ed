import type { Entity } from "../../ai";
import type { SentenceEncoder } from "../../minilm/sentence-encoder";
import type { DocumentView } from "../document-view";
import { findMoney, findPercentages } from "./amounts";
import { findDates } from "./dates";
import type { Found } from "./found";
import { findNames } from "./names";
import { findEmails, findIbans, findIdentifiers, findPhones, findUrls } from "./patterns";

const MOST_ENTITIES = 300;
const MOST_EVIDENCE = 20;

/** Everything of a kind that BeSunny knows, mentions of the same one together; the surest and commonest first. */
export async function findEntities(
  view: DocumentView,
  language: string | null,
  encoder: SentenceEncoder,
): Promise<Entity[]> {
  const found: Found[] = [];
  for (const [start, end] of view.parts) {
    const part = view.document.text.slice(start, end);
    const finders = [
      findEmails(part),
      findUrls(part),
      findIbans(part),
      findDates(part, language),
      findMoney(part),
      findPercentages(part),
      findPhones(part),
      findIdentifiers(part),
    ];
    for (const each of finders.flat())
      found.push({ ...each, start: start + each.start, end: start + each.end });
  }
  if (language === null || language === "en") found.push(...(await findNames(view, encoder)));
  return together(view.document.text, withoutOverlaps(found));
}

/** What was found earlier in the list of finders wins: a number inside an IBAN is not a phone. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const taken: Found[] = [];
  for (const each of found)
    if (!taken.some(({ start, end }) => each.start < end && each.end > start)) taken.push(each);
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
