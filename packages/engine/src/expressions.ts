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

/** Whether the expression holds. No expression always holds; one that cannot be computed (a missing field) does not. */
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

/** Throws, naming the place, when the expression is not CEL. */
export function checkExpression(expression: string, place: string): void {
  try {
    language.parse(expression);
  } catch (error) {
    throw new Error(`${place}: cannot read the expression "${expression}"`, { cause: error });
  }
}
