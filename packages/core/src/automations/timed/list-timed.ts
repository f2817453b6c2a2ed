import type { Repositories } from "@besunny/db/database";
import type { Trigger } from "@besunny/rules/definition";
import { valueAt } from "@besunny/rules/record";
import { z } from "zod";

import { automationId } from "../../ids";
import { query } from "../../operation/query";
import { count } from "../../shapes";
import { definitionOf } from "../contract/automation";
import { Given } from "../contract/given";
import { subjectsOf } from "../contract/records";

const A_PART = 200;
const DAY_MS = 86_400_000;
/** A day that was missed, because nothing ran, is made up for so long. */
const MADE_UP_DAYS = 7;

const Timed = z.object({
  documentId: z.string(),
  documentVersion: count,
  triggerKey: z.string(),
  given: Given,
});
type Timed = z.infer<typeof Timed>;
type Page = { items: Timed[]; next: string | null };
type Asked = { at: string; after: string; now: Date };

/** Lists, part by part, the documents on which the time of an automation has come, in the rights of its owner. */
export const listTimed = query("automations.list-timed", {
  title: "List what the time of an automation has come for",
  permission: "automation.read",
  input: z.object({
    id: automationId,
    version: z.number().int(),
    at: z.iso.datetime(),
    after: z.string(),
  }),
  output: z.object({ items: z.array(Timed), next: z.string().nullable() }),
  doors: [],

  async handle(tools, { id, version, at, after }): Promise<Page> {
    const found = await tools.automations.findVersion(id, version);
    const none = { items: [], next: null };
    if (!found) return none;
    const { trigger } = definitionOf(found.definition);
    const asked = { at, after, now: tools.clock() };
    switch (trigger.kind) {
      case "clock":
        return byClock(tools, asked);
      case "fact.date":
        return byDate(tools, trigger, asked);
      case "action.overdue":
        return overdue(tools, asked);
      default:
        return none;
    }
  },
});

type Tools = Pick<Repositories, "timedDocuments" | "documents" | "ruleRecords">;

const nextOf = (rows: readonly { id: string }[]) =>
  rows.length < A_PART ? null : (rows.at(-1)?.id ?? null);

async function byClock({ timedDocuments }: Tools, { at, after }: Asked): Promise<Page> {
  const rows = await timedDocuments.all({ after, limit: A_PART });
  return {
    items: rows.map(({ id, version }) => ({
      documentId: id,
      documentVersion: version,
      triggerKey: `clock:${at}`,
      given: {},
    })),
    next: nextOf(rows),
  };
}

/**
 * Lists documents whose date is `days` away. A day that was missed of late comes as well. So does one that has passed while the date itself is still to
 * come, for documents that arrive late. Each date comes once, and a corrected date is another one.
 */
async function byDate(
  tools: Tools,
  { field, days }: Extract<Trigger, { kind: "fact.date" }>,
  { after, now }: Asked,
): Promise<Page> {
  const today = Math.floor(now.getTime() / DAY_MS);
  const latest = today - days;
  const earliest = Math.min(today, latest - MADE_UP_DAYS);
  const dayOf = (day: number) => new Date(day * DAY_MS);
  const window = { from: dayOf(earliest), to: dayOf(latest) };
  const rows = await tools.timedDocuments.dated(window, { after, limit: A_PART });
  const asking = { asksNewFacts: false, asksNewParties: false };
  const ids = rows.map(({ id }) => id);
  const subjects = await subjectsOf(tools, ids, { now, asking });
  const items = subjects.flatMap(({ document, record }): Timed[] => {
    const value = valueAt(record, field.split("."));
    if (!(value instanceof Date)) return [];
    const day = Math.floor(value.getTime() / DAY_MS);
    if (day < earliest || day > latest) return [];
    return [
      {
        documentId: document.id,
        documentVersion: 0,
        triggerKey: `fact.date:${field}:${days}:${value.toISOString().slice(0, 10)}`,
        given: {},
      },
    ];
  });
  return { items, next: nextOf(rows) };
}

async function overdue({ timedDocuments }: Tools, { after, now }: Asked): Promise<Page> {
  const today = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  const rows = await timedDocuments.overdue(today, { after, limit: A_PART });
  const items = rows.flatMap(({ id, documentId, text, dueOn, ownerName }): Timed[] => {
    if (documentId === null || dueOn === null) return [];
    const day = dueOn.toISOString().slice(0, 10);
    const action = { text, dueOn: day, ...(ownerName !== null && { owner: ownerName }) };
    return [
      {
        documentId,
        documentVersion: 0,
        triggerKey: `action.overdue:${id}:${day}`,
        given: { action },
      },
    ];
  });
  return { items, next: nextOf(rows) };
}
