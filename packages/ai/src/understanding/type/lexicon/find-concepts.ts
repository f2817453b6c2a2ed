import type { DocumentInput, Span } from "../../../ai";
import { conceptNames, concepts } from "./concepts";
import { type FoldedWord, foldWords } from "./fold-words";
import { PhraseTree } from "./phrase-tree";

/** The places of phrases, the most telling first: first lines, later headings, labels before a colon or alone in a line, and text. */
export const zones = ["top", "heading", "label", "text"] as const;
export type Zone = (typeof zones)[number];
export type ConceptHit = { concept: string; phrase: number; zone: Zone; line: number; span: Span };

const CHARACTERS_READ = 24_000;
const TOP_LINES = 15;
const WORDS_OF_A_TITLE = 9;
const WORDS_OF_A_LABEL = 5;
/** Words that say nothing in running text. As labels they count. */
const CONNECTING = new Set(
  "from to date van aan von an da a de para fra til fran till od do re ref present total like right no ja si per action owner ist plan by".split(
    " ",
  ),
);

let tree: PhraseTree | undefined;

/** Returns the concepts that a document names, with their places. */
export function findConcepts({
  text,
  blocks,
}: Pick<DocumentInput, "text" | "blocks">): ConceptHit[] {
  tree ??= grown();
  const read = text.slice(0, CHARACTERS_READ);
  const headings = blocks.filter(({ kind }) => kind === "title" || kind === "heading");
  const hits: ConceptHit[] = [];
  let line = 0;
  let start = 0;
  for (const content of read.split("\n")) {
    const words = foldWords(content, start);
    if (words.length > 0) {
      const isHeading = headings.some(({ span }) => span[0] <= start + 1 && start < span[1]);
      for (let index = 0; index < words.length; index++)
        for (const match of tree.at(words, index)) {
          const [first, last] = [words[index], words[index + match.words - 1]];
          if (!first || !last) continue;
          const zone = zoneOf(words, index, match.words, { content, start, line, isHeading });
          const isWeak = match.words === 1 && (first.word.length < 3 || CONNECTING.has(first.word));
          if (isWeak && zone !== "label") continue;
          hits.push({
            concept: conceptNames[match.concept] ?? "",
            phrase: match.phrase,
            zone,
            line,
            span: [first.start, last.end],
          });
        }
      line++;
    }
    start += content.length + 1;
  }
  return hits;
}

function grown(): PhraseTree {
  const made = new PhraseTree();
  for (const [index, name] of conceptNames.entries()) made.add(index, concepts[name] ?? "");
  return made;
}

function zoneOf(
  words: readonly FoldedWord[],
  index: number,
  count: number,
  at: { content: string; start: number; line: number; isHeading: boolean },
): Zone {
  const last = words[index + count - 1];
  const after = at.content.slice((last?.end ?? at.start) - at.start);
  const before = at.content.slice(0, (words[index]?.start ?? at.start) - at.start);
  const beginsCell = index === 0 || /[|\t;,]\s*$|\s{3,}$/.test(before);
  const isLabel = beginsCell && /^\.?\s{0,2}(?:[:|\t]|$|\s{3,})/.test(after);
  if (at.line < TOP_LINES && words.length <= WORDS_OF_A_TITLE && index <= 3 && !/^\s*:/.test(after))
    return "top";
  if (at.isHeading && words.length <= WORDS_OF_A_TITLE) return "heading";
  if (isLabel || (index === 0 && words.length <= WORDS_OF_A_LABEL)) return "label";
  return "text";
}
