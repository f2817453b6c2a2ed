import { isNearDuplicate, type Print, printOf } from "./near-duplicates";

/** Passages of the same document that are shown beside its best one. */
const MOST_MORE = 3;

type Hit = { document: { id: string }; passage: { text: string } };

/** A hit with what was folded into it: further passages of its document, and documents that say the same. */
export type Arranged<H extends Hit> = H & { more: H[]; moreCount: number; alsoIn: H["document"][] };

/**
 * Arranges ranked hits by document: the best passage represents its document and has the others beside it. A passage of another document
 * that says the same as a better one is folded into it.
 */
export function arrange<H extends Hit>(hits: readonly H[]): Arranged<H>[] {
  const shown: { hit: Arranged<H>; print: Print }[] = [];
  const byId = new Map<string, Arranged<H>>();
  for (const hit of hits) {
    const own = byId.get(hit.document.id);
    if (own) {
      own.moreCount += 1;
      if (own.more.length < MOST_MORE) own.more.push(hit);
      continue;
    }
    const print = printOf(hit.passage.text);
    const same = shown.find((each) => isNearDuplicate(each.print, print));
    if (same) {
      const { alsoIn } = same.hit;
      if (!alsoIn.some(({ id }) => id === hit.document.id)) alsoIn.push(hit.document);
      continue;
    }
    const arranged: Arranged<H> = { ...hit, more: [], moreCount: 0, alsoIn: [] };
    shown.push({ hit: arranged, print });
    byId.set(hit.document.id, arranged);
  }
  return shown.map(({ hit }) => hit);
}
