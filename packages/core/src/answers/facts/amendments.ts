import type { DocumentFact } from "@besunny/db/workspace/documents/document-facts";
import { wordsOf } from "../question/words";

type Seen = { id: string; title: string; type: string | null };

/** Returns whether a document is an amendment of another: both bind the same two parties, or its title holds most words of the other's. */
export function amends(
  amendment: Seen,
  other: Seen,
  factsOf: (id: string) => readonly DocumentFact[],
): boolean {
  if (amendment.type !== "amendment" || other.id === amendment.id) return false;
  if (
    other.type !== "contract" &&
    other.type !== "amendment" &&
    other.type !== "non-disclosure agreement"
  )
    return false;
  const theirs = partiesOf(factsOf(other.id));
  const ours = partiesOf(factsOf(amendment.id));
  const shared = ours.filter((party) => theirs.some((each) => isSameParty(party, each)));
  if (ours.length > 0 && theirs.length > 0)
    return shared.length >= Math.min(2, ours.length, theirs.length);
  const own = new Set(wordsOf(amendment.title));
  const wanted = wordsOf(other.title).filter((word) => word.length > 3);
  return wanted.length > 1 && wanted.filter((word) => own.has(word)).length >= wanted.length * 0.6;
}

function partiesOf(facts: readonly DocumentFact[]): string[] {
  return facts.filter(({ name }) => name === "party").map(({ text }) => wordsOf(text).join(" "));
}

/** A party may come with its address. */
function isSameParty(a: string, b: string): boolean {
  return a !== "" && b !== "" && (a.startsWith(b) || b.startsWith(a));
}
