import { Liquid } from "liquidjs";

import type { Catalogue } from "./fields";
import { nearest } from "./nearest";
import type { Problem } from "./problem";
import type { RuleRecord } from "./record";

const LONGEST_TEXT = 10_000;
/** Milliseconds and steps, so that no template holds others up. */
const limits = { parseLimit: 20_000, renderLimit: 100, templateLimit: 5_000, memoryLimit: 200_000 };

const liquid = made();

function made(): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    timezoneOffset: 0,
    templates: {},
    ...limits,
  });
  // A template is one text: it takes no part from elsewhere.
  for (const tag of ["include", "render", "layout", "block"])
    Reflect.deleteProperty(engine.tags, tag);
  return engine;
}

/** Names of a template that are no fields of conditions. */
const ofTemplates = ["doc.id", "doc.link"];

/** Checks a template against the fields of a workspace. It never throws. */
export function checkTemplate(
  text: string,
  { fields }: Catalogue,
  path: (string | number)[],
): Problem[] {
  const names = [...ofTemplates, ...fields.map((field) => field.path)];
  try {
    const used = liquid.globalVariableSegmentsSync(text);
    return used.flatMap((segments): Problem[] => {
      const name = segments.map(String).join(".");
      if (names.some((known) => known === name || name === `${known}.size`)) return [];
      const near = nearest(name, names);
      const message = `No field is named ${name}`;
      const start = text.indexOf(name);
      return [
        {
          code: "unknown-field",
          message,
          path,
          ...(start >= 0 && { start, end: start + name.length }),
          ...(near && { near }),
        },
      ];
    });
  } catch (error) {
    const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return [{ code: "template", message: said.slice(0, 200) || "This cannot be read", path }];
  }
}

/** A text made of a template. `missing` names the first value that it asks for and that is not there; then there is no text. */
export type Rendered = { text: string; missing: null } | { text: null; missing: string };

/** Fills a template with a record. Days are written as 2026-12-31. It never throws. */
export function render(template: string, record: RuleRecord, link: string): Rendered {
  try {
    const text = String(liquid.parseAndRenderSync(template, scopeOf(record, link)));
    return { text: text.slice(0, LONGEST_TEXT), missing: null };
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    const name = /undefined variable: ([\w.]+)/.exec(said)?.[1];
    return { text: null, missing: name ?? (said.split("\n")[0] ?? "").slice(0, 200) };
  }
}

/** Returns a copy of the record whose days are texts. */
function scopeOf(record: RuleRecord, link: string): object {
  const copy = asPlain(record);
  return typeof copy === "object" && copy !== null
    ? { ...copy, doc: { ...Object(asPlain(record.doc)), link } }
    : {};
}

function asPlain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(asPlain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === undefined ? [] : [[key, asPlain(each)]],
    ),
  );
}
