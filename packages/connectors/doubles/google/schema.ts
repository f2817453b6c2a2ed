import calendar from "./schemas/calendar.json";
import drive from "./schemas/drive.json";
import gmail from "./schemas/gmail.json";

type Extract = { source: string; schemas: Record<string, Record<string, string>> };

const extracts: Record<string, Extract> = { calendar, drive, gmail };

/** Returns what is wrong with a response, by the extract of Google's own types. Empty if nothing is. */
export function faultsOf(api: keyof typeof extracts, schema: string, value: unknown): string[] {
  return [...check(extracts[api]?.schemas ?? {}, schema, value, schema)];
}

/** Things of a long list are alike: some from both ends are enough. */
const sampleOf = (all: unknown[]): unknown[] =>
  all.length > 40 ? [...all.slice(0, 20), ...all.slice(-20)] : all;

function* check(
  schemas: Extract["schemas"],
  type: string,
  value: unknown,
  at: string,
): Generator<string> {
  if (type.endsWith("[]")) {
    if (!Array.isArray(value)) yield `${at} is no list`;
    else
      for (const one of sampleOf(value)) yield* check(schemas, type.slice(0, -2), one, `${at}[]`);
    return;
  }
  const fields = schemas[type];
  if (!fields) {
    if (value === null || String(typeof value) !== type) yield `${at} is no ${type}`;
    return;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    yield `${at} is no ${type}`;
    return;
  }
  for (const [name, one] of Object.entries(value)) {
    const known = fields[name];
    if (known) yield* check(schemas, known, one, `${at}.${name}`);
    else yield `${at} has no field ${name}`;
  }
}
