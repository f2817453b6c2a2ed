import type { Comment, Node } from "oxc-parser";

import { isTest } from "../import-rules/reading/places";
import type { SourceFile } from "../import-rules/reading/source-file";
import { keyOf, walk } from "../import-rules/reading/syntax";
import type { Area, Prose } from "./prose";

/** Reads the comments of a source file, its OpenAPI summaries and descriptions, and the messages of errors that people see. */
export function proseOfSource(file: SourceFile): Prose[] {
  return [...commentsOf(file), ...textsOf(file)];
}

function commentsOf({ path, text, parsed }: SourceFile): Prose[] {
  return joined(parsed.comments, text)
    .map(({ value, start }) => ({ text: cleaned(value), line: lineAt(text, start) }))
    .filter(({ text }) => /\p{L}/u.test(text) && !isForTools.test(text))
    .map((comment) => ({ ...comment, path, area: "comments", isSentences: true }));
}

const isForTools =
  /^(biome-ignore|@ts-|@vitest|#?__PURE__|eslint|<reference|prettier|v8 ignore|\/)/;

/** Line comments below each other are one comment. */
function joined(comments: readonly Comment[], text: string): Comment[] {
  const found: Comment[] = [];
  for (const comment of comments) {
    const last = found.at(-1);
    const isNext =
      last?.type === "Line" &&
      comment.type === "Line" &&
      /^\s*$/.test(text.slice(last.end, comment.start)) &&
      lineAt(text, comment.start) === lineAt(text, last.end) + 1;
    if (isNext)
      found[found.length - 1] = {
        ...last,
        value: `${last.value}\n${comment.value}`,
        end: comment.end,
      };
    else found.push(comment);
  }
  return found;
}

/** Examples and code spans go; the stars at the margin of a doc comment go too. */
function cleaned(comment: string): string {
  return comment
    .split("\n")
    .map((line) => line.replace(/^\s*\*+ ?/, ""))
    .join("\n")
    .replace(/```[\s\S]*?```/g, "")
    .replace(/`[^`]*`/g, "code")
    .replace(/\{@link [^}]*\}/g, "code")
    .replace(/^\*/, "")
    .trim();
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

const visibleErrors = /^(AppError|ReadingError|PreparationError|EnvError|TRPCError)$/;
const mayHoldTexts =
  /\b(App|Reading|Preparation|Env|TRPC)Error\(|\b(summary|description|describe)\b/;
const holdsApiText = /^packages\/(api|core)\/src\//;

function textsOf({ path, text, parsed }: SourceFile): Prose[] {
  if (isTest(path) || !mayHoldTexts.test(text)) return [];
  const found: Prose[] = [];
  const add = (area: Area, node: Node) => {
    const words = templateText(node);
    if (words?.includes(" "))
      found.push({ path, line: lineAt(text, node.start), area, text: words, isSentences: true });
  };
  walk(parsed.program, (node) => {
    if (node.type === "NewExpression" && visibleErrors.test(nameOf(node.callee)))
      for (const argument of node.arguments) walk(argument, (inner) => add("messages", inner));
    if (!holdsApiText.test(path)) return;
    if (
      node.type === "Property" &&
      /^(summary|description)$/.test(keyOf(node.key, node.computed) ?? "")
    )
      add("openApi", node.value);
    if (node.type === "CallExpression" && nameOf(node.callee) === "describe")
      for (const argument of node.arguments) add("openApi", argument);
  });
  return found;
}

/** The text of a literal or template; an expression inside counts as one word. */
function templateText(node: Node): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral") return null;
  return node.quasis.map(({ value }) => value.cooked ?? "").join("value");
}

function nameOf(callee: Node): string {
  if (callee.type === "Identifier") return callee.name;
  return callee.type === "MemberExpression" ? (keyOf(callee.property, callee.computed) ?? "") : "";
}
