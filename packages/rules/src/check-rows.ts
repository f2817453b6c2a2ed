import { RE2JS } from "re2js";
import {
  type Comparison,
  type ConditionGroup,
  type ConditionRow,
  comparisons,
  isGroup,
} from "./conditions";
import type { Catalogue, Field } from "./fields";
import { nearest } from "./nearest";
import type { Problem } from "./problem";
import { readDay } from "./read-day";

const DEEPEST = 8;
type Path = (string | number)[];

/** Checks rows against the fields of a workspace. Each mistake has the path of its row. */
export function checkRows(group: ConditionGroup, catalogue: Catalogue, path: Path = []): Problem[] {
  const fields = new Map(catalogue.fields.map((field) => [field.path, field]));
  return problemsOf(group, fields, path, 1);
}

function problemsOf(
  group: ConditionGroup,
  fields: ReadonlyMap<string, Field>,
  path: Path,
  depth: number,
): Problem[] {
  if (depth > DEEPEST)
    return [{ code: "too-complex", message: `Groups are at most ${DEEPEST} deep`, path }];
  if (group.of.length === 0)
    return [{ code: "empty", message: "Add a condition, or remove the group", path }];
  return group.of.flatMap((each, at) => {
    const here = [...path, "of", at];
    return isGroup(each)
      ? problemsOf(each, fields, here, depth + 1)
      : problemsOfRow(each, fields, here);
  });
}

function problemsOfRow(
  row: ConditionRow,
  fields: ReadonlyMap<string, Field>,
  path: Path,
): Problem[] {
  const field = fields.get(row.field);
  if (!field) {
    const near = nearest(row.field, [...fields.keys()]);
    const message = `No field is named ${row.field}`;
    return [{ code: "unknown-field", message, path: [...path, "field"], ...(near && { near }) }];
  }
  const offered: readonly Comparison[] = comparisons[field.kind];
  if (!offered.includes(row.is))
    return [
      {
        code: "comparison",
        message: `${row.field} cannot be compared so`,
        path: [...path, "is"],
      },
    ];
  const wrong = wrongValue(field, row);
  return wrong ? [{ ...wrong, path: [...path, "value"] }] : [];
}

type Wrong = Pick<Problem, "code" | "message"> | null;
const needs = (message: string): Wrong => ({ code: "value", message });

/** Returns what is wrong with the value of a row; null if it fits. */
function wrongValue({ kind }: Field, { is, value }: ConditionRow): Wrong {
  if (takesNothing(is)) return value === undefined ? null : needs("Remove the value");
  if (is === "isOneOf" || is === "isNoneOf" || is === "hasAny" || is === "hasNone")
    return isTexts(value) ? null : needs("Choose at least one value");
  if (is === "between")
    return isSpan(value) ? null : needs("Write two numbers, the smaller one first");
  if (kind === "number")
    return typeof value === "number" && Number.isFinite(value) ? null : needs("Write a number");
  if (kind === "date") return wrongDay(is, value);
  if (typeof value !== "string" || value === "" || !value.isWellFormed())
    return needs("Write a value");
  return is === "like" ? wrongPattern(value) : null;
}

function wrongDay(is: Comparison, value: ConditionRow["value"]): Wrong {
  if (is === "on" || is === "before" || is === "after")
    return typeof value === "string" && readDay(value)
      ? null
      : { code: "day", message: "Write a day of the calendar, as 2026-12-31" };
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 36_500
    ? null
    : needs("Write a number of days");
}

function wrongPattern(value: string): Wrong {
  try {
    RE2JS.compile(value);
    return null;
  } catch {
    return { code: "pattern", message: "This is no pattern of RE2" };
  }
}

export function takesNothing(is: Comparison): boolean {
  return ["isKnown", "isUnknown", "isYes", "isNo", "isEmpty"].includes(is);
}

function isTexts(value: ConditionRow["value"]): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === "string" && each !== "" && each.isWellFormed())
  );
}

function isSpan(value: ConditionRow["value"]): value is [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to] = value;
  return typeof from === "number" && typeof to === "number" && from <= to;
}
