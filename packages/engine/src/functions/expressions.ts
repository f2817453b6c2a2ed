import { Environment, type ParseResult } from "@marcbachmann/cel-js";

const language = new Environment({ unlistedVariablesAreDyn: true });
const parsed = new Map<string, ParseResult>();

/** The value of a CEL expression over `event` and, for waits and cancellations, `async`. Throws when it cannot be read. */
export function evaluate(
  expression: string,
  variables: { event: unknown; async?: unknown },
): unknown {
  let program = parsed.get(expression);
  if (!program) {
    program = language.parse(expression);
    if (parsed.size > 5000) parsed.clear();
    parsed.set(expression, program);
  }
  return program(variables);
}

/** Returns whether the expression holds. No expression always holds; one that cannot be computed (a missing field) does not. */
export function holds(
  expression: string | null,
  variables: { event: unknown; async?: unknown },
): boolean {
  if (!expression) return true;
  try {
    return evaluate(expression, variables) === true;
  } catch {
    return false;
  }
}

/** The value of a key for an event, as text; the same text for every event where the key is null or cannot be computed. */
export function keyOf(expression: string | null, event: unknown): string {
  if (!expression) return "";
  try {
    const value = evaluate(expression, { event });
    return typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "");
  } catch {
    return "";
  }
}

/** Seconds between -600 and 600; 0 when the expression does not give a number. */
export function priorityOf(expression: string, event: unknown): number {
  const value = Number(keyOf(expression, event) || 0);
  return Number.isFinite(value) ? Math.round(Math.min(600, Math.max(-600, value))) : 0;
}

/** Throws when the expression is not CEL. */
export function checkExpression(expression: string): void {
  try {
    language.parse(expression);
  } catch (error) {
    throw new Error(`cannot read the expression "${expression}"`, { cause: error });
  }
}

/** The two paths of an expression that only compares a field of the run's event with one of the arriving event; else null. */
export function comparedPaths(
  expression: string | null,
): { event: string[]; async: string[] } | null {
  const [, event, async] =
    /^event\.data((?:\.[A-Za-z_]\w*)+) == async\.data((?:\.[A-Za-z_]\w*)+)$/.exec(
      expression ?? "",
    ) ?? [];
  return event && async
    ? { event: event.slice(1).split("."), async: async.slice(1).split(".") }
    : null;
}

/** Returns the value at the path, undefined when there is none. */
export function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, field) =>
      typeof value === "object" && value !== null
        ? Object.getOwnPropertyDescriptor(value, field)?.value
        : undefined,
    data,
  );
}

/** An object with only that value: `{ a: { b: value } }` for the path a, b. */
export function objectWith(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, field) => ({ [field]: inner }), value);
}
