import { evaluate } from "@besunny/rules/evaluate";
import { z } from "zod";
import type { Person } from "../../access/actor";
import { principals } from "../../access/policy";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { asksByRights } from "../contract/asks-by-rights";
import { fits } from "../contract/fits";
import { ownerOf } from "../contract/owner";
import { publishedOn } from "../contract/published";
import { subjectsOf } from "../contract/records";
import { programOf } from "../contract/walk";
import { catalogueFor } from "../contract/world";

/** A trigger with a discriminator, such as the project that a document moved into. */
export const Happened = z.object({
  kind: z.string(),
  key: z.string().meta({ description: "Once for a version of a document" }),
  about: z.string().nullable(),
});

export type Candidate = {
  automationId: string;
  number: number;
  ownerId: string | null;
  owner: Person | null;
  triggerKey: string;
  triggerKind: string;
};

/**
 * Finds the automations that something may begin for a document: all that are on and have such a trigger, evaluated on one loaded record. An
 * automation whose owner is gone is among them without an owner.
 */
export const findCandidates = query("automations.find-candidates", {
  title: "Find automations that an event may begin",
  permission: "automation.work",
  input: z.object({ documentId, happened: z.array(Happened).min(1).max(10) }),
  output: ofType<{ items: Candidate[]; documentVersion: number }>(),
  doors: [],

  async handle(tools, { documentId: id, happened }) {
    const { cardFields, customFields, memberRights, clock } = tools;
    const on = await publishedOn(
      tools,
      happened.map(({ kind }) => kind),
    );
    if (on.length === 0) return { items: [], documentVersion: 0 };
    const asking = { asksNewFacts: false, asksNewParties: false };
    const [subject] = await subjectsOf(tools, [id], { now: clock(), asking });
    const isTrashed = happened.some(({ kind }) => kind === "document.trashed");
    if (!subject || (subject.document.trashedAt && !isTrashed))
      return { items: [], documentVersion: 0 };
    const catalogue = catalogueFor(await cardFields.list(), await customFields.list());
    const owners = new Map(
      (await memberRights.list(on.flatMap(({ ownerId }) => ownerId ?? []))).map((row) => [
        row.userId,
        ownerOf(row),
      ]),
    );
    const items = on.flatMap((row): Candidate[] => {
      const { definition, ownerId } = row;
      const by = happened.find(({ kind, about }) =>
        fits(definition.trigger, { kind, about, subject }),
      );
      if (!by) return [];
      const owner = ownerId === null ? null : (owners.get(ownerId) ?? null);
      const candidate = {
        automationId: row.id,
        number: row.number,
        ownerId,
        owner,
        triggerKey: by.key,
        triggerKind: by.kind,
      };
      if (!owner) return [candidate];
      const sees = principals(owner);
      if (!subject.document.access.some((each) => sees.includes(each))) return [];
      if (!definition.when || asksByRights(definition.when)) return [candidate];
      const program = programOf(definition.when, catalogue);
      return program && evaluate(program, subject.record) === "yes" ? [candidate] : [];
    });
    return { items, documentVersion: subject.document.version };
  },
});
