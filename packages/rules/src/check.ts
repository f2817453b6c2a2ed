import { type ASTNode, ParseError, TypeError as TypeMistake } from "@marcbachmann/cel-js";

import type { Catalogue } from "./fields";
import { DEEPEST_LOOP, LONGEST_CONDITION, languageOf } from "./language";
import { nearest } from "./nearest";
import type { Problem, ProblemCode } from "./problem";
import { NotInRules, type Run, runOf } from "./program";

/** A condition that may be evaluated: its text, its tree, and the program made of it. */
export type Program = { text: string; tree: ASTNode; run: Run };
export type Checked = { program: Program; problems: [] } | { program: null; problems: Problem[] };

/** Checks the text of a condition against the fields of a workspace, and marks the place of a mistake. It never throws. */
export function checkText(
  text: string,
  catalogue: Catalogue,
  path: (string | number)[] = [],
): Checked {
  const refused = (problem: Omit<Problem, "path">): Checked => ({
    program: null,
    problems: [{ ...problem, path }],
  });
  if (text.length > LONGEST_CONDITION)
    return refused({
      code: "too-long",
      message: `A condition has at most ${LONGEST_CONDITION} letters`,
    });
  try {
    const parsed = languageOf(catalogue).parse(text);
    const { valid, type, error } = parsed.check();
    if (!valid) return refused(ofLibrary(error, text, catalogue));
    if (type !== "bool")
      return refused({
        code: "not-a-condition",
        message: "This is a value. Compare it with something",
        start: 0,
        end: text.length,
      });
    mustLoopFlat(parsed.ast, 0);
    return { program: { text, tree: parsed.ast, run: runOf(parsed.ast) }, problems: [] };
  } catch (error) {
    if (error instanceof NotInRules) {
      const { start, end } = error.node;
      return refused({ code: error.key, message: error.message, start, end });
    }
    return refused(ofLibrary(error, text, catalogue));
  }
}

const codes: Record<string, ProblemCode> = {
  no_such_key: "unknown-field",
  unknown_variable: "unknown-name",
  no_such_overload: "type",
  invalid_logical_operand: "type",
};

function ofLibrary(error: unknown, text: string, catalogue: Catalogue): Omit<Problem, "path"> {
  if (!(error instanceof ParseError || error instanceof TypeMistake))
    return { code: "syntax", message: "This cannot be read", start: 0, end: text.length };
  const isTooMuch = /^Exceeded max/i.test(error.summary);
  const code = isTooMuch
    ? "too-complex"
    : (codes[error.code] ?? (error instanceof ParseError ? "syntax" : "type"));
  const { start, end } = error.range ?? { start: 0, end: text.length };
  const near =
    code === "unknown-field" || code === "unknown-name"
      ? nearest(nameAround(text, start, end), namesOf(catalogue))
      : undefined;
  return { code, message: error.summary, start, end, ...(near && { near }) };
}

/** Returns the whole name of which a range is a part. */
function nameAround(text: string, start: number, end: number): string {
  const before = /[\w.]*$/.exec(text.slice(0, start))?.[0] ?? "";
  return before + text.slice(start, end);
}

function namesOf({ fields }: Catalogue): string[] {
  return fields.map(({ path }) => path);
}

/** A loop within a loop within a loop takes too long on long lists. */
function mustLoopFlat(node: ASTNode, depth: number): void {
  const isLoop =
    node.op === "rcall" && ["exists", "all", "exists_one", "map", "filter"].includes(node.args[0]);
  const now = depth + (isLoop ? 1 : 0);
  if (now > DEEPEST_LOOP)
    throw new NotInRules(node, "loop", `Loops are at most ${DEEPEST_LOOP} deep`);
  for (const below of partsOf(node)) mustLoopFlat(below, now);
}

/** Returns the parts of a part of a condition. */
export function partsOf(node: ASTNode): ASTNode[] {
  switch (node.op) {
    case "value":
    case "id":
      return [];
    case ".":
    case ".?":
      return [node.args[0]];
    case "!_":
    case "-_":
      return [node.args];
    case "call":
      return node.args[1];
    case "rcall":
      return [node.args[1], ...node.args[2]];
    case "map":
      return node.args.flat();
    default:
      return [...node.args];
  }
}
