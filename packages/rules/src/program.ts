import type { ASTNode } from "@marcbachmann/cel-js";
import { RE2JS } from "re2js";

import { pathOf } from "./language";
import { readDay } from "./read-day";
import { daysBetween, type RuleRecord, type Value, valueAt } from "./record";

/** The names that loops bind, innermost first. */
type Bound = { name: string; value: Value; up: Bound | null } | null;
/** A part of a condition that can be evaluated. Undefined is "unknown". */
export type Run = (record: RuleRecord, bound: Bound) => Value;

/** A part that rules do not have, with its place in the text. */
export class NotInRules extends Error {
  readonly node: ASTNode;
  readonly key: "function" | "operator" | "pattern" | "matches" | "day" | "loop" | "map";
  constructor(node: ASTNode, key: NotInRules["key"], message: string) {
    super(message);
    this.node = node;
    this.key = key;
  }
}

/** Makes a part of a condition ready to run. Throws `NotInRules` for what rules do not have. */
export function runOf(node: ASTNode, names: readonly string[] = []): Run {
  switch (node.op) {
    case "value": {
      const value = literal(node);
      return () => value;
    }
    case "id":
    case ".":
      return pathRun(node, names);
    case "&&":
      return and(runOf(node.args[0], names), runOf(node.args[1], names));
    case "||":
      return or(runOf(node.args[0], names), runOf(node.args[1], names));
    case "!_": {
      const of = runOf(node.args, names);
      return (record, bound) => {
        const value = of(record, bound);
        return value === undefined ? undefined : value !== true;
      };
    }
    case "-_": {
      const of = runOf(node.args, names);
      return (record, bound) => {
        const value = of(record, bound);
        return typeof value === "number" ? -value : undefined;
      };
    }
    case "?:": {
      const [when, then, other] = node.args;
      const [asked, yes, no] = [runOf(when, names), runOf(then, names), runOf(other, names)];
      return (record, bound) => {
        const value = asked(record, bound);
        if (value === undefined) return undefined;
        return value === true ? yes(record, bound) : no(record, bound);
      };
    }
    case "list": {
      const parts = node.args.map((each) => runOf(each, names));
      return (record, bound) => {
        const values = parts.map((each) => each(record, bound));
        return values.every((each) => typeof each === "string") ? values : undefined;
      };
    }
    case "in":
      return within(node.args, names);
    case "call":
      return callRun(node, node.args[0], node.args[1], names);
    case "rcall":
      return methodRun(node, node.args[0], node.args[1], node.args[2], names);
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return comparison(node.op, node.args, names);
    case "+":
    case "-":
    case "*":
    case "/":
      return arithmetic(node.op, node.args, names);
    default:
      throw new NotInRules(node, "operator", `Rules do not have ${node.op}`);
  }
}

function literal(node: ASTNode): Value {
  const value = node.args;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw new NotInRules(node, "operator", "Rules compare texts, numbers, days, and yes or no");
}

function pathRun(node: ASTNode, names: readonly string[]): Run {
  const path = pathOf(node);
  if (!path) throw new NotInRules(node, "operator", "Name a field of the record");
  const [first = "", second = "", third = ""] = path;
  if (names.includes(first)) return (_, bound) => boundTo(bound, first);
  if (path.length === 2) {
    return (record) => {
      const of: unknown = Reflect.get(record, first);
      return typeof of === "object" && of !== null && Object.hasOwn(of, second)
        ? settled(Reflect.get(of, second))
        : undefined;
    };
  }
  if (path.length === 3) {
    return (record) => {
      const of: unknown = Reflect.get(record, first);
      if (typeof of !== "object" || of === null || !Object.hasOwn(of, second)) return undefined;
      const inner: unknown = Reflect.get(of, second);
      return typeof inner === "object" && inner !== null && Object.hasOwn(inner, third)
        ? settled(Reflect.get(inner, third))
        : undefined;
    };
  }
  return (record) => valueAt(record, path);
}

function settled(given: unknown): Value {
  switch (typeof given) {
    case "string":
    case "boolean":
      return given;
    case "number":
      return Number.isFinite(given) ? given : undefined;
    default:
      if (given instanceof Date) return Number.isNaN(given.getTime()) ? undefined : given;
      return Array.isArray(given) ? given : undefined;
  }
}

function boundTo(bound: Bound, name: string): Value {
  for (let at = bound; at; at = at.up) if (at.name === name) return at.value;
  return undefined;
}

const and =
  (one: Run, other: Run): Run =>
  (record, bound) => {
    const first = one(record, bound);
    if (first === false) return false;
    const second = other(record, bound);
    if (second === false) return false;
    return first === undefined || second === undefined ? undefined : true;
  };

const or =
  (one: Run, other: Run): Run =>
  (record, bound) => {
    const first = one(record, bound);
    if (first === true) return true;
    const second = other(record, bound);
    if (second === true) return true;
    return first === undefined || second === undefined ? undefined : false;
  };

type Pair = readonly [ASTNode, ASTNode];

function within([item, list]: Pair, names: readonly string[]): Run {
  const [of, among] = [runOf(item, names), runOf(list, names)];
  return (record, bound) => {
    const value = of(record, bound);
    const values = among(record, bound);
    if (typeof value !== "string" || !Array.isArray(values)) return undefined;
    return values.includes(value);
  };
}

function comparison(
  op: "==" | "!=" | "<" | "<=" | ">" | ">=",
  [left, right]: Pair,
  names: readonly string[],
): Run {
  const [one, other] = [runOf(left, names), runOf(right, names)];
  const test = tests[op];
  return (record, bound) => {
    const a = one(record, bound);
    if (a === undefined) return undefined;
    const b = other(record, bound);
    if (b === undefined) return undefined;
    if (typeof a === "object" || typeof b === "object") return compareObjects(test, op, a, b);
    return test(a, b);
  };
}

type Scalar = string | number | boolean;
const tests: Record<"==" | "!=" | "<" | "<=" | ">" | ">=", (a: Scalar, b: Scalar) => boolean> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** Days are compared as days in UTC, lists member by member. */
function compareObjects(
  test: (a: Scalar, b: Scalar) => boolean,
  op: string,
  a: Value,
  b: Value,
): Value {
  if (a instanceof Date && b instanceof Date) return test(daysBetween(b, a), 0);
  if (!Array.isArray(a) || !Array.isArray(b)) return undefined;
  const isSame = a.length === b.length && a.every((each, at) => each === b[at]);
  return op === "==" ? isSame : op === "!=" ? !isSame : undefined;
}

function arithmetic(op: "+" | "-" | "*" | "/", [left, right]: Pair, names: readonly string[]): Run {
  const [one, other] = [runOf(left, names), runOf(right, names)];
  const isWhole = isInt(left) && isInt(right);
  return (record, bound) => {
    const a = one(record, bound);
    const b = other(record, bound);
    if (op === "+" && typeof a === "string" && typeof b === "string") return a + b;
    if (typeof a !== "number" || typeof b !== "number") return undefined;
    const made = op === "+" ? a + b : op === "-" ? a - b : op === "*" ? a * b : a / b;
    if (!Number.isFinite(made)) return undefined;
    return op === "/" && isWhole ? Math.trunc(made) : made;
  };
}

/** Returns whether a part is a whole number in the language, whose division has no rest. */
function isInt(node: ASTNode): boolean {
  if (node.op === "value") return typeof node.args === "bigint";
  if (node.op === "-_") return isInt(node.args);
  if (node.op === "+" || node.op === "-" || node.op === "*" || node.op === "/")
    return isInt(node.args[0]) && isInt(node.args[1]);
  if (node.op === "call") return node.args[0] === "size";
  return node.op === "rcall" && node.args[0] === "size";
}

function callRun(
  node: ASTNode,
  name: string,
  [given]: readonly ASTNode[],
  names: readonly string[],
): Run {
  if (!given) throw new NotInRules(node, "function", `Rules do not have ${name}()`);
  if (name === "has") {
    const of = runOf(given, names);
    return (record, bound) => of(record, bound) !== undefined;
  }
  if (name === "size") return sizeOf(runOf(given, names));
  if (name === "day") {
    const value = given.op === "value" && typeof given.args === "string" ? given.args : null;
    const day = value === null ? null : readDay(value);
    if (!day) throw new NotInRules(given, "day", 'Write a day of the calendar, as "2026-12-31"');
    return () => day;
  }
  if (name === "daysUntil" || name === "daysSince") {
    const of = runOf(given, names);
    const sign = name === "daysUntil" ? 1 : -1;
    return (record, bound) => {
      const value = of(record, bound);
      return value instanceof Date ? sign * daysBetween(record.now, value) + 0 : undefined;
    };
  }
  throw new NotInRules(node, "function", `Rules do not have ${name}()`);
}

const sizeOf =
  (of: Run): Run =>
  (record, bound) => {
    const value = of(record, bound);
    if (typeof value === "string") return [...value].length;
    return Array.isArray(value) ? value.length : undefined;
  };

const textTests: Record<string, (text: string, words: string) => boolean> = {
  contains: (text, words) => text.includes(words),
  startsWith: (text, words) => text.startsWith(words),
  endsWith: (text, words) => text.endsWith(words),
  same: (text, words) => folded(text) === folded(words),
  holds: (text, words) => folded(text).includes(folded(words)),
  begins: (text, words) => folded(text).startsWith(folded(words)),
  ends: (text, words) => folded(text).endsWith(folded(words)),
};

const folded = (text: string) => text.normalize("NFC").toLowerCase();

function methodRun(
  node: ASTNode,
  name: string,
  of: ASTNode,
  given: readonly ASTNode[],
  names: readonly string[],
): Run {
  const [first, second] = given;
  if (name === "matches")
    throw new NotInRules(node, "matches", "Use like() in place of matches(), which can take ever");
  if (name === "size" && !first) return sizeOf(runOf(of, names));
  if ((name === "exists" || name === "all") && first && second)
    return loop(node, name, of, first, second, names);
  if (!first || second) throw new NotInRules(node, "function", `Rules do not have .${name}()`);
  if (name === "like") return like(runOf(of, names), first);
  if (name === "hasAny") {
    const [list, wanted] = [runOf(of, names), runOf(first, names)];
    return (record, bound) => {
      const values = list(record, bound);
      const any = wanted(record, bound);
      if (!Array.isArray(values) || !Array.isArray(any)) return undefined;
      return any.some((each) => values.includes(each));
    };
  }
  const test = Object.hasOwn(textTests, name) ? textTests[name] : undefined;
  if (!test) throw new NotInRules(node, "function", `Rules do not have .${name}()`);
  const [text, words] = [runOf(of, names), runOf(first, names)];
  return (record, bound) => {
    const a = text(record, bound);
    const b = words(record, bound);
    return typeof a === "string" && typeof b === "string" ? test(a, b) : undefined;
  };
}

/** A pattern of RE2 that is found anywhere in the text. It takes time in proportion to the text, whatever the pattern. */
function like(of: Run, pattern: ASTNode): Run {
  if (pattern.op !== "value" || typeof pattern.args !== "string")
    throw new NotInRules(pattern, "pattern", "Write the pattern itself, in quotes");
  const compiled = compiledPattern(pattern, pattern.args);
  return (record, bound) => {
    const value = of(record, bound);
    return typeof value === "string" ? compiled.matcher(value).find() : undefined;
  };
}

const LONGEST_PATTERN = 500;

function compiledPattern(node: ASTNode, text: string) {
  if (text.length > LONGEST_PATTERN)
    throw new NotInRules(node, "pattern", `A pattern has at most ${LONGEST_PATTERN} letters`);
  try {
    return RE2JS.compile(text);
  } catch {
    throw new NotInRules(node, "pattern", "This is no pattern of RE2");
  }
}

function loop(
  node: ASTNode,
  name: "exists" | "all",
  of: ASTNode,
  variable: ASTNode,
  condition: ASTNode,
  names: readonly string[],
): Run {
  if (variable.op !== "id") throw new NotInRules(node, "function", `Name the item of ${name}()`);
  const item = variable.args;
  const list = runOf(of, names);
  const test = runOf(condition, [item, ...names]);
  const ends = name === "exists";
  return (record, bound) => {
    const values = list(record, bound);
    if (!Array.isArray(values)) return undefined;
    let isUnknown = false;
    for (const value of values) {
      const found = test(record, { name: item, value, up: bound });
      if (found === ends) return ends;
      if (found === undefined) isUnknown = true;
    }
    return isUnknown ? undefined : !ends;
  };
}
