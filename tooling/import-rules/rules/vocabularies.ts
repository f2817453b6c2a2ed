import type { Node } from "oxc-parser";

import { isBesideTheProduct, packageOf } from "../reading/places";
import type { SourceFile } from "../reading/source-file";
import type { Breach, SourceTree } from "../reading/source-tree";
import { textOf, unwrap, walk } from "../reading/syntax";
import { mayImport } from "../tables/packages";

/** A list of words, such as a status list: an array, a union or a z.enum of at least three texts. */
type List = { path: string; line: number; words: string; isVocabulary: boolean };

const WORDS_OF_A_VOCABULARY = 3;

/**
 * A vocabulary that one file exports is imported by the others, never written a second time. The lowest package that needs it owns it.
 * Packages above import it: core from a pure file (see the table of packages), browsers from the `browser` folder of api. The keys of an
 * object are no second list, because each says something of its word. Their type can take the place of a list.
 */
export function vocabularyBreaches({ files }: SourceTree): Breach[] {
  const lists = [...files.values()].filter(mayHoldList).flatMap(listsOf);
  return [...Map.groupBy(lists, ({ words }) => words).values()].flatMap((same) => {
    const [home] = same.filter(({ isVocabulary }) => isVocabulary).sort(lowestFirst);
    if (!home) return [];
    return same
      .filter((list) => list !== home)
      .map(
        ({ path, line, words }) =>
          `${path}:${line} repeats the vocabulary of ${home.path}:${home.line} (${words})`,
      );
  });
}

function mayHoldList({ path, text }: SourceFile): boolean {
  if (packageOf(path) === null || isBesideTheProduct(path)) return false;
  return /(["'`])[\w.:/-]+\1\s*[,|]\s*(["'`])[\w.:/-]+\2\s*[,|]\s*["'`]/.test(text);
}

function listsOf({ path, text, parsed }: SourceFile): List[] {
  const lists: List[] = [];
  for (const statement of parsed.program.body) {
    const exported = exportedLists(statement);
    walk(statement, (node) => {
      const words = wordsOf(node);
      if (words === null) return;
      const line = text.slice(0, node.start).split("\n").length;
      lists.push({ path, line, words: words.join(", "), isVocabulary: exported.has(node) });
    });
  }
  return lists;
}

function lowestFirst(a: List, b: List): number {
  return heightOf(packageOf(a.path)) - heightOf(packageOf(b.path)) || a.path.localeCompare(b.path);
}

/** A package is one higher than the highest that it may import. */
function heightOf(name: string | null): number {
  const below = (mayImport[name ?? ""] ?? []).map((path) => heightOf(packageOf(`${path}/`)));
  return Math.max(0, ...below.map((height) => height + 1));
}

/** The lists that a statement exports under a name: a constant, perhaps inside of z.enum(...), or a type. */
function exportedLists(statement: Node): ReadonlySet<Node> {
  if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) return new Set();
  const { declaration } = statement;
  if (declaration.type === "TSTypeAliasDeclaration") return new Set([declaration.typeAnnotation]);
  if (declaration.type !== "VariableDeclaration") return new Set();
  const lists = new Set<Node>();
  for (const { init } of declaration.declarations) {
    const value = init && unwrap(init);
    if (value) lists.add(value);
    if (value?.type === "CallExpression") for (const one of value.arguments) lists.add(unwrap(one));
  }
  return lists;
}

function wordsOf(node: Node): string[] | null {
  if (node.type === "ArrayExpression") return allWords(node.elements);
  if (node.type === "TSUnionType")
    return allWords(
      node.types.map((type) => (type.type === "TSLiteralType" ? type.literal : null)),
    );
  return null;
}

function allWords(nodes: readonly (Node | null)[]): string[] | null {
  const words = nodes.map((node) => textOf(node && unwrap(node)));
  const known = words.filter((word) => word !== null);
  const isVocabulary =
    known.length === words.length && known.every((word) => /^[\w.:/-]+$/.test(word));
  const sorted = [...new Set(known)].sort();
  return isVocabulary && sorted.length >= WORDS_OF_A_VOCABULARY ? sorted : null;
}
