import { describe, expect, test } from "vitest";

import { readTree } from "../import-rules/reading/read-tree";
import { sourceFile } from "../import-rules/reading/source-file";
import { judge } from "./judge";
import type { Prose } from "./prose";
import { proseOfMarkdown } from "./prose-of-markdown";
import { proseOfSource } from "./prose-of-source";
import { proseOfInterface, readProse } from "./read-prose";

const rulesOf = (prose: Prose[]) => prose.flatMap(judge).map(({ rule }) => rule);
const inDocs = (markdown: string) => rulesOf(proseOfMarkdown("docs/a.md", markdown));
const inSource = (source: string, path = "packages/core/src/a.ts") =>
  rulesOf(proseOfSource(sourceFile(path, source)));

const words = (count: number) => `Word${" word".repeat(count - 1)}.`;

test.each([
  "The pool is begun anew.",
  "They know nothing else, save the platform operations.",
  "Nothing is written save for the row.",
  "It is neither a model nor a run.",
  "It waits for ever.",
  "It stops in the midst of a page.",
  "Whoever reads it sees the row.",
  "The same bytes again are told.",
  "The deed has no name.",
  "This gives the key.",
  "The quote stands at its span.",
  "The file lies on disk.",
  "Heed the limit.",
])("%s has a banned word", (sentence) => {
  expect(inDocs(sentence)).toContain("word");
  expect(inSource(`// The reason. ${sentence}`)).toContain("word");
});

test.each([
  "Save the file.",
  "A person saves a draft and can save it again.",
  "It replies to families, northern ones too.",
  "It gave up; `told` and `nor` are names in code.",
  "The standalone build understands standing orders.",
])("%s has none", (sentence) => {
  expect(inDocs(sentence)).toEqual([]);
});

describe("docs", () => {
  test("a sentence has at most 25 words", () => {
    expect(inDocs(words(25))).toEqual([]);
    expect(inDocs(words(26))).toEqual(["length"]);
    expect(inDocs(`- ${words(26)}`)).toEqual(["length"]);
    expect(inDocs(`> ${words(26)}`)).toEqual(["length"]);
    expect(inDocs(`${words(20)} ${words(20)}`)).toEqual([]);
    expect(inDocs(`Use e.g. ${words(24)}`)).toEqual(["length"]);
  });

  test("code, cells, headings and addresses of links do not lengthen a sentence", () => {
    expect(inDocs(`\`\`\`\n${words(40)}\n\`\`\``)).toEqual([]);
    expect(inDocs(`A word \`${words(40)}\`.`)).toEqual([]);
    expect(inDocs(`| a |\n| - |\n| ${words(40)} |`)).toEqual([]);
    expect(inDocs(`# ${words(40)}`)).toEqual([]);
    expect(inDocs(`[One](https://example.org/a-b-c "t") two.`)).toEqual([]);
    expect(inDocs("| a |\n| - |\n| It stands here |")).toEqual(["word"]);
  });

  test("no sentence opens with a question word, but a question does", () => {
    expect(inDocs("It reads. What is read is kept.")).toEqual(["opening"]);
    expect(inDocs("What does it read?")).toEqual([]);
  });
});

describe("comments", () => {
  test.each(["What", "Who", "Whoever", "Where", "How", "Whether", "Whose"])(
    "none opens with %s",
    (word) => {
      expect(inSource(`/** ${word} is read. */`)).toContain("opening");
      expect(inSource(`/**\n * ${word} is read.\n */`)).toContain("opening");
      expect(inSource(`const a = 1; // ${word.toLowerCase()} is read`)).toContain("opening");
    },
  );

  test("line comments below each other are one, so that only the first opens", () => {
    expect(inSource("// The row says\n// what is read.\nconst a = 1;")).toEqual([]);
    expect(inSource("// The row.\nconst a = 1;\n// what is read.")).toEqual(["opening"]);
  });

  test("texts, code spans and orders to tools are no prose", () => {
    expect(inSource('const a = "what stands"; /** Returns `whoever`. */')).toEqual([]);
    expect(inSource("// biome-ignore lint/a/b: what stands")).toEqual([]);
  });
});

describe("texts for users", () => {
  test("summaries, descriptions and schema descriptions of the API", () => {
    const path = "packages/api/src/rest/a.ts";
    expect(inSource('route({ summary: "How far it is" });', path)).toEqual(["opening"]);
    expect(inSource('route({ description: "The same bytes are told" });', path)).toEqual(["word"]);
    expect(inSource(`z.string().describe("${words(26)}");`, path)).toEqual(["length"]);
    expect(inSource('route({ summary: "List batches" });', path)).toEqual([]);
  });

  test("messages and hints of errors that people see, with values in them", () => {
    expect(inSource('throw new AppError("CONFLICT", "It stands here");')).toEqual(["word"]);
    expect(
      inSource(`throw new AppError("A", "Taken", { hint: \`Ask whoever made \${name}\` });`),
    ).toEqual(["word"]);
    expect(inSource('throw new TypeError("It stands here");')).toEqual([]);
    expect(inSource('throw new AppError("CONFLICT", "The name is taken");')).toEqual([]);
  });

  test("the interface", () => {
    const texts = { page: { title: "What it knows", text: "It stands here" } };
    expect(rulesOf(proseOfInterface("apps/web/messages/en.json", texts))).toEqual(["word"]);
  });
});

test("the repository keeps to the wording", () => {
  const prose = readProse(readTree());
  const areas = new Set(prose.map(({ area }) => area));

  expect(areas).toEqual(new Set(["docs", "comments", "openApi", "messages", "interface"]));
  expect(prose.length).toBeGreaterThan(2000);
  expect(prose.flatMap(judge).map(({ message }) => message)).toEqual([]);
});
