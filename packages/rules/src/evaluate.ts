import type { ASTNode } from "@marcbachmann/cel-js";

import { type Checked, checkText, type Program, partsOf } from "./check";
import { checkRows } from "./check-rows";
import { compileRows } from "./compile";
import type { Condition } from "./conditions";
import type { Catalogue } from "./fields";
import { pathOf } from "./language";
import { type Run, runOf } from "./program";
import { type RuleRecord, type Value, valueAt } from "./record";

/** The truth of a condition on a record. Unknown: a value that decides is missing. Unknown is not true. */
export const truths = ["yes", "no", "unknown"] as const;
export type Truth = (typeof truths)[number];

/** A value that a condition saw: null where it is missing. */
export type Seen = { path: string; value: string | number | boolean | string[] | null };
/** One comparison of a condition, with its place in the text. */
export type TraceLine = {
  text: string;
  start: number;
  end: number;
  truth: Truth;
  seen: Seen[];
};
export type Trace = { truth: Truth; lines: TraceLine[] };

/** Checks a condition and makes it ready to be evaluated. */
export function prepare(
  condition: Condition,
  catalogue: Catalogue,
  path: (string | number)[] = [],
): Checked {
  if ("cel" in condition) return checkText(condition.cel, catalogue, [...path, "cel"]);
  const problems = checkRows(condition.rows, catalogue, [...path, "rows"]);
  if (problems.length > 0) return { program: null, problems };
  return checkText(compileRows(condition.rows), catalogue, [...path, "rows"]);
}

/** Evaluates a condition on a record. A missing value never throws: it is unknown. */
export function evaluate({ run }: Pick<Program, "run">, record: RuleRecord): Truth {
  return truthOf(run(record, null));
}

/** The same, with the values that each comparison saw. */
export function explain({ tree, run, text }: Program, record: RuleRecord): Trace {
  const lines = comparisonsIn(tree).map(({ node, run: compared, paths }) => ({
    text: text.slice(node.start, node.end),
    start: node.start,
    end: node.end,
    truth: truthOf(compared(record, null)),
    seen: paths.map((path) => ({
      path: path.join("."),
      value: shown(valueAt(record, path)),
    })),
  }));
  return { truth: truthOf(run(record, null)), lines };
}

type Comparison = { node: ASTNode; run: Run; paths: string[][] };
const known = new WeakMap<ASTNode, Comparison[]>();

/** Returns the comparisons of a condition, each compiled once. */
function comparisonsIn(tree: ASTNode): Comparison[] {
  const found = known.get(tree);
  if (found) return found;
  const made = comparisonsOf(tree).map((node) => ({
    node,
    run: runOf(node),
    paths: pathsOf(node, []),
  }));
  known.set(tree, made);
  return made;
}

const truthOf = (value: Value): Truth =>
  value === undefined ? "unknown" : value === true ? "yes" : "no";

/** Returns the parts that compare, in the order of the text: all between `&&`, `||` and `!`. */
function comparisonsOf(node: ASTNode): ASTNode[] {
  if (node.op === "&&" || node.op === "||") return node.args.flatMap(comparisonsOf);
  return node.op === "!_" ? comparisonsOf(node.args) : [node];
}

function pathsOf(node: ASTNode, bound: readonly string[]): string[][] {
  const path = pathOf(node);
  if (path) return bound.includes(path[0] ?? "") ? [] : [path];
  if (node.op === "rcall" && (node.args[0] === "exists" || node.args[0] === "all")) {
    const [, list, [item, condition]] = node.args;
    const names = item?.op === "id" ? [item.args, ...bound] : bound;
    return unique([...pathsOf(list, bound), ...(condition ? pathsOf(condition, names) : [])]);
  }
  return unique(partsOf(node).flatMap((part) => pathsOf(part, bound)));
}

function unique(paths: string[][]): string[][] {
  return [...new Map(paths.map((path) => [path.join("."), path])).values()];
}

const LONGEST_SHOWN = 200;
const MOST_SHOWN = 20;

function shown(value: Value): Seen["value"] {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "string") return value.slice(0, LONGEST_SHOWN);
  if (typeof value === "object")
    return value.slice(0, MOST_SHOWN).map((each) => each.slice(0, LONGEST_SHOWN));
  return value;
}
