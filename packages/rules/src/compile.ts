import type { ASTNode } from "@marcbachmann/cel-js";

import { takesNothing } from "./check-rows";
import { type Comparison, type ConditionGroup, type ConditionRow, isGroup } from "./conditions";
import type { Catalogue } from "./fields";
import { languageOf, pathOf } from "./language";

/** Writes rows as a text of the Common Expression Language. Rows without any condition are always true. */
export function compileRows({ match, of }: ConditionGroup): string {
  const parts = of.map((each) => (isGroup(each) ? `(${compileRows(each)})` : compileRow(each)));
  if (parts.length === 0) return "true";
  if (match === "none") return `!(${parts.join(" || ")})`;
  return parts.join(match === "all" ? " && " : " || ");
}

const quoted = (value: ConditionRow["value"]) => JSON.stringify(value ?? "");
const listed = (value: ConditionRow["value"]) =>
  `[${(Array.isArray(value) ? value : []).map((each) => JSON.stringify(each)).join(", ")}]`;

/** Writes a number so that it is a double for the language. */
function double(value: unknown): string {
  const text = String(Number(value));
  return /[.e]/.test(text) ? text.replace("e+", "e") : `${text}.0`;
}

type Write = (field: string, value: ConditionRow["value"]) => string;
const writes: Record<Comparison, Write> = {
  is: (field, value) => `${field} == ${typeof value === "number" ? double(value) : quoted(value)}`,
  isNot: (field, value) =>
    `${field} != ${typeof value === "number" ? double(value) : quoted(value)}`,
  same: (field, value) => `${field}.same(${quoted(value)})`,
  notSame: (field, value) => `!${field}.same(${quoted(value)})`,
  holds: (field, value) => `${field}.holds(${quoted(value)})`,
  holdsNot: (field, value) => `!${field}.holds(${quoted(value)})`,
  begins: (field, value) => `${field}.begins(${quoted(value)})`,
  ends: (field, value) => `${field}.ends(${quoted(value)})`,
  like: (field, value) => `${field}.like(${quoted(value)})`,
  isKnown: (field) => `has(${field})`,
  isUnknown: (field) => `!has(${field})`,
  isOneOf: (field, value) => `${field} in ${listed(value)}`,
  isNoneOf: (field, value) => `!(${field} in ${listed(value)})`,
  over: (field, value) => `${field} > ${double(value)}`,
  atLeast: (field, value) => `${field} >= ${double(value)}`,
  under: (field, value) => `${field} < ${double(value)}`,
  atMost: (field, value) => `${field} <= ${double(value)}`,
  between: (field, value) => {
    const [from, to] = Array.isArray(value) ? value : [];
    return `(${field} >= ${double(from)} && ${field} <= ${double(to)})`;
  },
  on: (field, value) => `${field} == day(${quoted(value)})`,
  before: (field, value) => `${field} < day(${quoted(value)})`,
  after: (field, value) => `${field} > day(${quoted(value)})`,
  inNextDays: (field, value) =>
    `(daysUntil(${field}) >= 0.0 && daysUntil(${field}) <= ${double(value)})`,
  inLastDays: (field, value) =>
    `(daysSince(${field}) >= 0.0 && daysSince(${field}) <= ${double(value)})`,
  moreDaysAgo: (field, value) => `daysSince(${field}) > ${double(value)}`,
  moreDaysAway: (field, value) => `daysUntil(${field}) > ${double(value)}`,
  isYes: (field) => field,
  isNo: (field) => `!${field}`,
  has: (field, value) => `${quoted(value)} in ${field}`,
  hasNot: (field, value) => `!(${quoted(value)} in ${field})`,
  hasAny: (field, value) => `${field}.hasAny(${listed(value)})`,
  hasNone: (field, value) => `!${field}.hasAny(${listed(value)})`,
  isEmpty: (field) => `size(${field}) == 0`,
};

export function compileRow({ field, is, value }: ConditionRow): string {
  return writes[is](field, takesNothing(is) ? undefined : value);
}

/** Reads a text back as rows; null if rows cannot say it. */
export function readRows(text: string, catalogue: Catalogue): ConditionGroup | null {
  try {
    const { ast } = languageOf(catalogue).parse(text);
    const read = readPart(ast);
    if (!read) return null;
    return isGroup(read) ? read : { match: "all", of: [read] };
  } catch {
    return null;
  }
}

type Part = ConditionRow | ConditionGroup;

function readPart(node: ASTNode): Part | null {
  const row = readRow(node);
  if (row) return row;
  if (node.op === "&&" || node.op === "||") {
    const of = chain(node, node.op).map(readPart);
    return isWhole(of) ? { match: node.op === "&&" ? "all" : "any", of } : null;
  }
  if (node.op === "!_") {
    const of = chain(node.args, "||").map(readPart);
    return isWhole(of) ? { match: "none", of } : null;
  }
  return null;
}

const isWhole = (parts: (Part | null)[]): parts is Part[] => parts.every((part) => part !== null);

function chain(node: ASTNode, op: "&&" | "||"): ASTNode[] {
  if (node.op !== op || readRow(node)) return [node];
  return [...chain(node.args[0], op), ...chain(node.args[1], op)];
}

const negatives: Partial<Record<Comparison, Comparison>> = {
  same: "notSame",
  holds: "holdsNot",
  isKnown: "isUnknown",
  isOneOf: "isNoneOf",
  isYes: "isNo",
  has: "hasNot",
  hasAny: "hasNone",
};

function readRow(node: ASTNode): ConditionRow | null {
  if (node.op === "!_") {
    const row = readRow(node.args);
    const is = row && negatives[row.is];
    return row && is ? { ...row, is } : null;
  }
  return readSpan(node) ?? readComparison(node) ?? readCall(node);
}

function fieldOf(node: ASTNode | undefined): string | null {
  return (node && pathOf(node)?.join(".")) ?? null;
}

function literalOf(node: ASTNode | undefined): string | number | null {
  if (node?.op === "-_") {
    const value = literalOf(node.args);
    return typeof value === "number" ? -value : null;
  }
  if (node?.op !== "value") return null;
  if (typeof node.args === "bigint") return Number(node.args);
  return typeof node.args === "string" || typeof node.args === "number" ? node.args : null;
}

function listOf(node: ASTNode | undefined): string[] | null {
  if (node?.op !== "list") return null;
  const values = node.args.map(literalOf);
  return values.every((each) => typeof each === "string") ? values : null;
}

/** Reads the two halves of `between`, `inNextDays` and `inLastDays`. */
function readSpan(node: ASTNode): ConditionRow | null {
  if (node.op !== "&&") return null;
  const [from, to] = [readHalf(node.args[0], ">="), readHalf(node.args[1], "<=")];
  if (!from || !to || from.field !== to.field || from.by !== to.by) return null;
  const { field, by } = from;
  if (by === null)
    return from.value <= to.value ? { field, is: "between", value: [from.value, to.value] } : null;
  if (from.value !== 0 || !isDays(to.value)) return null;
  return { field, is: by === "daysUntil" ? "inNextDays" : "inLastDays", value: to.value };
}

const isDays = (value: number) => Number.isInteger(value) && value >= 0 && value <= 36_500;

function readHalf(node: ASTNode, op: ">=" | "<=") {
  if (node.op !== op) return null;
  const value = literalOf(node.args[1]);
  if (typeof value !== "number") return null;
  const [left] = node.args;
  const plain = fieldOf(left);
  if (plain) return { field: plain, by: null, value };
  if (left.op !== "call") return null;
  const [by, [of]] = left.args;
  const field = fieldOf(of);
  return field && (by === "daysUntil" || by === "daysSince") ? { field, by, value } : null;
}

const ofNumbers: Partial<Record<string, Comparison>> = {
  "==": "is",
  "!=": "isNot",
  ">": "over",
  ">=": "atLeast",
  "<": "under",
  "<=": "atMost",
};
const ofDays: Partial<Record<string, Comparison>> = { "==": "on", "<": "before", ">": "after" };

function readComparison(node: ASTNode): ConditionRow | null {
  if (node.op === "in") return readIn(node.args);
  const is = ofNumbers[node.op];
  if (!is || !("args" in node) || !Array.isArray(node.args)) return null;
  const [left, right] = sidesOf(node);
  if (!left || !right) return null;
  const value = literalOf(right);
  if (left.op === "call") return readMeasured(left, node.op, value);
  const field = fieldOf(left);
  if (!field) return null;
  if (typeof value === "number") return { field, is, value };
  if (typeof value === "string") return is === "is" || is === "isNot" ? { field, is, value } : null;
  const onDay = ofDays[node.op];
  const day = dayOf(right);
  return onDay && day ? { field, is: onDay, value: day } : null;
}

function sidesOf(node: ASTNode): [ASTNode, ASTNode] | [] {
  switch (node.op) {
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return [node.args[0], node.args[1]];
    default:
      return [];
  }
}

function dayOf(node: ASTNode): string | null {
  if (node.op !== "call" || node.args[0] !== "day") return null;
  const value = literalOf(node.args[1][0]);
  return typeof value === "string" ? value : null;
}

function readMeasured(
  node: ASTNode & { op: "call" },
  op: string,
  value: string | number | null,
): ConditionRow | null {
  const [name, [of]] = node.args;
  const field = fieldOf(of);
  if (!field || typeof value !== "number") return null;
  if (name === "size") return op === "==" && value === 0 ? { field, is: "isEmpty" } : null;
  if (op !== ">" || !isDays(value)) return null;
  if (name === "daysSince") return { field, is: "moreDaysAgo", value };
  return name === "daysUntil" ? { field, is: "moreDaysAway", value } : null;
}

function readIn([item, list]: readonly [ASTNode, ASTNode]): ConditionRow | null {
  const field = fieldOf(item);
  const values = listOf(list);
  if (field && values) return { field, is: "isOneOf", value: values };
  const of = fieldOf(list);
  const value = literalOf(item);
  return of && typeof value === "string" ? { field: of, is: "has", value } : null;
}

function readCall(node: ASTNode): ConditionRow | null {
  const plain = fieldOf(node);
  if (plain) return { field: plain, is: "isYes" };
  if (node.op === "call" && node.args[0] === "has") {
    const field = fieldOf(node.args[1][0]);
    return field ? { field, is: "isKnown" } : null;
  }
  if (node.op !== "rcall") return null;
  const [name, of, given] = node.args;
  const field = fieldOf(of);
  if (!field || given.length !== 1) return null;
  if (name === "hasAny") {
    const value = listOf(given[0]);
    return value && { field, is: "hasAny", value };
  }
  const value = literalOf(given[0]);
  if (typeof value !== "string") return null;
  return name === "same" ||
    name === "holds" ||
    name === "begins" ||
    name === "ends" ||
    name === "like"
    ? { field, is: name, value }
    : null;
}
