import { foldWords } from "./fold-words";

type Phrase = { concept: number; phrase: number };
type Node = {
  exact: Map<string, Node>;
  beginnings: Map<string, Node>;
  endings: Map<string, Node>;
  phrases: Phrase[];
};
export type Match = Phrase & { words: number };

/** Finds which phrases begin at a word. A phrase is a run of words, each whole, or open at one side (`*`). */
export class PhraseTree {
  private readonly root = emptyNode();
  private count = 0;

  /** Adds phrases of a concept: parted by commas or bars, with `*` for an open beginning or ending of a word. */
  add(concept: number, phrases: string): void {
    for (const text of phrases.split(/[,|]/)) {
      let node = this.root;
      for (const part of text.trim().split(/\s+/)) {
        const word = foldWords(part)[0]?.word;
        if (!word) continue;
        const branch = part.endsWith("*")
          ? "beginnings"
          : part.startsWith("*")
            ? "endings"
            : "exact";
        const next = node[branch].get(word) ?? emptyNode();
        node[branch].set(word, next);
        node = next;
      }
      if (node !== this.root) node.phrases.push({ concept, phrase: this.count++ });
    }
  }

  /** Returns the phrases that begin at the word of this index. */
  at(words: readonly { word: string }[], index: number): Match[] {
    const found: Match[] = [];
    this.follow(this.root, words, index, 0, found);
    return found;
  }

  private follow(
    node: Node,
    words: readonly { word: string }[],
    index: number,
    depth: number,
    found: Match[],
  ): void {
    for (const phrase of node.phrases) found.push({ ...phrase, words: depth });
    const word = words[index + depth]?.word;
    if (word === undefined) return;
    for (const next of branches(node, word)) this.follow(next, words, index, depth + 1, found);
  }
}

function emptyNode(): Node {
  return { exact: new Map(), beginnings: new Map(), endings: new Map(), phrases: [] };
}

function branches({ exact, beginnings, endings }: Node, word: string): Node[] {
  const nodes: Node[] = [];
  const whole = exact.get(word);
  if (whole) nodes.push(whole);
  if (beginnings.size > 0 || endings.size > 0)
    for (let length = 2; length <= word.length; length++) {
      const begun = beginnings.get(word.slice(0, length));
      if (begun) nodes.push(begun);
      const ended = endings.get(word.slice(word.length - length));
      if (ended) nodes.push(ended);
    }
  return nodes;
}
