import { nullable, text } from "@besunny/sql/rows/column";

import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";
import type { DocumentCondition } from "./document-condition";
import type { DocumentFilter } from "./document-filter";
import { duplicateIds } from "./document-likeness";

/** Conditions that PostgreSQL answers faster, or at all, once something was looked up for them. */
type Found = {
  duplicates: readonly string[];
  /** The documents that the rules for sensitive ones name. */
  sensitive: DocumentCondition;
  /** The lower case of folders, as PostgreSQL writes it. */
  folders: ReadonlyMap<string, string>;
  /** The values of lists by key and text: the ids of those that are equal but for capitals. Null for fields of other kinds. */
  options: ReadonlyMap<string, readonly string[] | null>;
};

/** Returns the filter with the ids of visible duplicates and of values of lists, and with folders in lower case. Each has an index. */
export async function lookedUp(
  tx: Tx,
  scope: Scope,
  filter: DocumentFilter,
): Promise<DocumentFilter> {
  const asked = (filter.conditions ?? []).flatMap(leaves);
  if (asked.length === 0) return filter;
  const found: Found = {
    duplicates: asked.some(({ kind }) => kind === "duplicate") ? await duplicateIds(tx, scope) : [],
    sensitive: asked.some(({ kind }) => kind === "sensitive")
      ? await sensitiveOf(tx, scope)
      : { kind: "any", of: [] },
    folders: await lowered(tx, asked),
    options: await optionsOf(tx, scope, asked),
  };
  return {
    ...filter,
    conditions: (filter.conditions ?? []).map((each) => replaced(each, found)),
  };
}

/** Returns the conditions without those that join others. */
function leaves(condition: DocumentCondition): DocumentCondition[] {
  if (condition.kind === "all" || condition.kind === "any") return condition.of.flatMap(leaves);
  return condition.kind === "not" ? leaves(condition.of) : [condition];
}

function replaced(condition: DocumentCondition, found: Found): DocumentCondition {
  switch (condition.kind) {
    case "all":
    case "any":
      return { kind: condition.kind, of: condition.of.map((each) => replaced(each, found)) };
    case "not":
      return { kind: "not", of: replaced(condition.of, found) };
    case "duplicate":
      return { kind: "ids", ids: found.duplicates };
    case "sensitive":
      return found.sensitive;
    case "folder":
      return {
        kind: "folder",
        paths: condition.paths.map((path) => path && (found.folders.get(path) ?? path)),
      };
    case "field": {
      if (condition.value.kind !== "text") return condition;
      const ids = found.options.get(optionKey(condition.key, condition.value.text));
      return ids ? { kind: "option", ids } : condition;
    }
    default:
      return condition;
  }
}

async function lowered(tx: Tx, asked: readonly DocumentCondition[]): Promise<Map<string, string>> {
  const paths = asked.flatMap((each) =>
    each.kind === "folder" ? each.paths.filter((path) => path !== null) : [],
  );
  if (paths.length === 0) return new Map();
  const rows = await lowerRows(tx)`
    select path, lower(path) as lower from unnest(${paths}::text[]) as path where path is not null`;
  return new Map(rows.map(({ path, lower }) => [path, lower]));
}

async function optionsOf(
  tx: Tx,
  { workspaceId }: Scope,
  asked: readonly DocumentCondition[],
): Promise<Map<string, readonly string[] | null>> {
  const options = new Map<string, readonly string[] | null>();
  for (const each of asked) {
    if (each.kind !== "field" || each.value.kind !== "text") continue;
    const { key, value } = each;
    const rows = await optionRows(tx)`
      select o.id from custom_fields f
        left join custom_field_options o on o.field_id = f.id and lower(o.name) = lower(${value.text})
       where f.workspace_id = ${workspaceId} and f.key = ${key} and f.kind = 'list' and f.archived_at is null`;
    const ids = rows.flatMap(({ id }) => id ?? []);
    options.set(optionKey(key, value.text), rows.length > 0 ? ids : null);
  }
  return options;
}

/** Returns the condition that a rule names the document, its type, a tag or a project of it. */
async function sensitiveOf(tx: Tx, { workspaceId }: Scope): Promise<DocumentCondition> {
  const rules = await tx.sensitivityRule.findMany({
    where: { workspaceId },
    select: { kind: true, value: true },
  });
  const named = (wanted: string) =>
    rules.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  const [types, projects] = [named("type"), named("project")];
  return {
    kind: "any",
    of: [
      { kind: "ids", ids: named("document") },
      { kind: "tagIds", ids: named("tag") },
      // An empty list of these would be no condition.
      ...(types.length > 0 ? [{ kind: "type" as const, types }] : []),
      ...(projects.length > 0 ? [{ kind: "project" as const, projects }] : []),
    ],
  };
}

function optionKey(key: string, value: string): string {
  return `${key}/${value}`;
}

const lowerRows = rawRows({ path: text, lower: text });
const optionRows = rawRows({ id: nullable(text) });
