import type { RecordFact, RecordRow } from "@besunny/db/automations/rule-records";
import type { Repositories } from "@besunny/db/database";
import type { Document } from "@besunny/db/workspace/documents/document-row";
import { keyOf } from "@besunny/rules/fields";
import type { FactValue, RuleRecord, Value } from "@besunny/rules/record";

import type { Subject } from "../actions/action";
import type { Given } from "./given";

type Tools = Pick<Repositories, "documents" | "ruleRecords">;

/** Parts of a record that take time to find out. */
export type Asking = { asksNewFacts: boolean; asksNewParties: boolean };

/** Returns whether a definition asks for what is new, from the names in it. */
export function askingOf(definition: unknown): Asking {
  const text = JSON.stringify(definition);
  return { asksNewFacts: text.includes(".isNew"), asksNewParties: text.includes("hasNewParty") };
}

/** Returns those of these documents that the caller sees, each with its record at this moment, in the order of the ids. */
export async function subjectsOf(
  { documents, ruleRecords }: Tools,
  ids: readonly string[],
  at: { now: Date; asking: Asking; given?: Given },
): Promise<Subject[]> {
  if (ids.length === 0) return [];
  const byId = new Map((await documents.findMany(ids)).map((each) => [each.id, each]));
  return subjectsAround(
    { ruleRecords },
    ids.flatMap((id) => byId.get(id) ?? []),
    at,
  );
}

/** Returns documents that were loaded before, each with its record at this moment. */
export async function subjectsAround(
  { ruleRecords }: Pick<Tools, "ruleRecords">,
  documents: readonly Document[],
  { now, asking, given = {} }: { now: Date; asking: Asking; given?: Given },
): Promise<Subject[]> {
  const around = await ruleRecords.around(
    documents.map(({ id }) => id),
    asking,
  );
  const rows = new Map(around.map((row) => [row.id, row]));
  return documents.flatMap((document) => {
    const row = rows.get(document.id);
    return row
      ? [{ document, record: { ...recordOf(document, row, now), ...recordGiven(given) } }]
      : [];
  });
}

/** Returns the record of a document. Of several facts with one name the first counts. */
export function recordOf(document: Document, row: RecordRow, now: Date): RuleRecord {
  const facts: Record<string, FactValue> = {};
  for (const fact of row.facts) facts[keyOf(fact.name)] ??= factOf(fact);
  const fields: Record<string, Value> = {};
  for (const { key, kind, text, number, date } of row.values)
    fields[keyOf(key)] = ownValue(kind, { text, number, date });
  const { meeting, sourceId, hasNewParty } = row;
  return {
    doc: {
      id: document.id,
      type: document.type ?? undefined,
      typeConfidence: document.typeConfidence ?? undefined,
      isTypeCorrected: document.isTypeCorrected,
      status: document.status,
      title: document.title,
      fileName: document.fileName,
      folder: document.folder ?? undefined,
      format: document.format ?? undefined,
      language: document.language ?? undefined,
      pages: document.pageCount,
      size: document.size,
      datedOn: document.datedOn,
      addedOn: document.createdAt,
      tags: document.tags.map(({ name }) => name),
      projects: document.projects.map(({ id }) => id),
      parties: row.parties,
      hasNewParty: hasNewParty ?? undefined,
      isAttachment: document.parentId !== null,
    },
    facts,
    fields,
    source: { kind: document.source, id: sourceId ?? undefined },
    meeting: meeting
      ? {
          id: meeting.id,
          title: meeting.title,
          ...(meeting.beganAt && { heldOn: new Date(meeting.beganAt) }),
        }
      : {},
    actor: document.uploadedBy ?? {},
    now,
  };
}

/** Returns what a trigger brought, as conditions see it. */
function recordGiven({ action }: Given): Partial<RuleRecord> {
  if (!action) return {};
  const { text, owner, dueOn } = action;
  return {
    action: {
      text,
      ...(owner !== undefined && { owner }),
      ...(dueOn !== undefined && { dueOn: new Date(`${dueOn}T00:00:00Z`) }),
    },
  };
}

function factOf({ text, number, currency, date, confidence, isNew, kind }: RecordFact): FactValue {
  return {
    text,
    confidence,
    ...(kind === "money" && number !== null && { amount: number }),
    ...(kind === "number" && number !== null && { number }),
    ...(currency !== null && { currency }),
    ...(date !== null && { date: new Date(`${date}T00:00:00Z`) }),
    ...(isNew !== null && { isNew }),
  };
}

function ownValue(
  kind: string,
  { text, number, date }: { text: string; number: number | null; date: string | null },
): Value {
  if (kind === "number" || kind === "amount") return number ?? undefined;
  if (kind === "date") return date === null ? undefined : new Date(`${date}T00:00:00Z`);
  return kind === "boolean" ? text === "yes" : text;
}
