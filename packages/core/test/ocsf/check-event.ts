import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

/** The real schema of OCSF 1.6.0, in the part that BeSunny's events belong to: see make-schema.mjs. */
const file: unknown = JSON.parse(
  readFileSync(new URL("./ocsf-1.6.0.json", import.meta.url), "utf8"),
);
const { $defs, classes } = parts(file);
const ajv = new Ajv2020({ allErrors: true, strict: false });
const checks = new Map(
  Object.entries(classes).map(([uid, schema]) => [Number(uid), ajv.compile({ ...schema, $defs })]),
);

/** Returns what is wrong with an event: attributes that OCSF does not know, that are missing, or that have another type or value. */
export function faultsOf(event: { class_uid?: unknown; [attribute: string]: unknown }): string[] {
  const check = checks.get(Number(event.class_uid));
  if (!check) return [`There is no class ${String(event.class_uid)}`];
  check(event);
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** The cast says what make-schema.mjs writes. */
function parts(given: unknown) {
  return given as { $defs: object; classes: Record<string, object> };
}
