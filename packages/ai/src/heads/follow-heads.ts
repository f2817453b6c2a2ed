import type { DocumentFeatures, DocumentInput, TypeDefinition, Understanding } from "../ai";
import { isTwin } from "../understanding/type/nearest";
import { askHead } from "./ask-head";
import { knownHead } from "./known-heads";

type Followed = Pick<Understanding, "type" | "like" | "head">;

/**
 * Returns the type that the workspace's own models say, the first of them that does not abstain. A twin of a labelled document keeps the
 * type of that, because a person's last word is newer than any training. Types that the workspace does not offer are not said.
 */
export function followHeads(
  followed: Omit<Followed, "head">,
  document: Pick<DocumentInput, "text" | "heads">,
  {
    features,
    taxonomy,
  }: { features: DocumentFeatures | null; taxonomy: readonly TypeDefinition[] },
): Followed {
  if (followed.like.some(isTwin)) return followed;
  const offered = new Set(taxonomy.map(({ name }) => name));
  for (const file of document.heads ?? []) {
    const said = askHead(knownHead(file), document.text, features);
    if (!said?.name || !offered.has(said.name)) continue;
    const { name } = said;
    return {
      type: {
        name,
        confidence: rounded(said.confidence),
        candidates: said.candidates
          .filter((each) => offered.has(each.name))
          .map((each) => ({ name: each.name, confidence: rounded(each.confidence) })),
        evidence: followed.type.name === name ? followed.type.evidence : [],
      },
      like: followed.like.filter(({ type }) => type === name),
      head: file.sha256,
    };
  }
  return followed;
}

function rounded(value: number): number {
  return Math.round(1_000 * value) / 1_000;
}
