import type { NewRehearsalRow } from "@besunny/db/automations/rehearsals";
import type { Definition } from "@besunny/rules/definition";
import type { Truth } from "@besunny/rules/evaluate";
import { z } from "zod";

import { personOf } from "../../access/person-of";
import { principals } from "../../access/policy";
import { documentFilter, toRepositoryFilter } from "../../documents/contract/document-filter";
import { invalidInput } from "../../errors";
import { automationId } from "../../ids";
import { type QueryTools, query } from "../../operation/query";
import { ofType } from "../../shapes";
import type { PlanWorld } from "../actions/action";
import { actionNamed } from "../actions/registry";
import { ownerOf } from "../contract/owner";
import { planWorldOf } from "../contract/plan-world";
import { publishedOn } from "../contract/published";
import { askingOf, subjectsAround } from "../contract/records";
import { conflictsOf } from "./conflicts";
import { fingerprintOf } from "./fingerprint";
import { foresee, linesIfTrue } from "./foresee";
import type { ForeseenLine, RehearsedConflict } from "./shapes";
import { sends } from "./tally";

const PART = 500;
const MOST_REHEARSED = 100_000;

export type Part = {
  total: number;
  nextCursor: string | null;
  rows: (Omit<NewRehearsalRow, "position" | "lines" | "conflicts" | "truth"> & {
    truth: Truth;
    lines: ForeseenLine[];
    conflicts: RehearsedConflict[];
  })[];
};

/**
 * Looks at one part of the documents of a rehearsal, in the rights of the automation's owner. PostgreSQL refuses every write here. The moment
 * is that of the rehearsal, and each document is loaded once for all automations.
 */
export const rehearsePart = query("automations.rehearse-part", {
  title: "Look at a part of a rehearsal",
  permission: "automation.read",
  input: z.object({
    automationId,
    definition: ofType<Definition>(),
    filter: documentFilter.omit({ trashed: true }),
    at: z.date(),
    cursor: z.string().nullable(),
  }),
  output: ofType<Part>(),
  doors: [],

  async handle(tools, { automationId: id, definition, filter, at, cursor }) {
    const { documents, actor } = tools;
    const wanted = toRepositoryFilter(filter, { actor, now: at });
    const total = cursor === null ? await documents.count(wanted) : 0;
    if (total > MOST_REHEARSED)
      invalidInput(`At most ${MOST_REHEARSED} documents are rehearsed: narrow the filter`);
    const page = await documents.list(wanted, { limit: PART, cursor: cursor ?? undefined });
    const others = await othersOf(tools, id, definition);
    const asking = askingOf([definition, ...others.map((other) => other.definition)]);
    const subjects = await subjectsAround(tools, page.items, { now: at, asking });
    const { world, surroundings } = await planWorldOf(tools, personOf(actor), at);
    const { catalogue } = surroundings;
    const rows = subjects.map((subject) => {
      const { truth, trace, lines } = foresee({ definition, catalogue, world, subject });
      const isChanging = lines.some(({ outcome }) => outcome === "changed");
      const conflicts = isChanging
        ? conflictsOf(
            lines,
            others.flatMap((other) => {
              const seen = subject.document.access.some((each) => other.sees.includes(each));
              if (!seen) return [];
              const theirs = { ...other, catalogue, subject, world: worldOf(world, other) };
              return [{ automationId: other.automationId, lines: linesIfTrue(theirs) }];
            }),
          )
        : [];
      const { id: documentId } = subject.document;
      const fingerprint = fingerprintOf(subject);
      return {
        ...{ documentId, truth, trace, lines, conflicts, fingerprint },
        marks: marksOf(lines, conflicts),
      };
    });
    return { total, nextCursor: page.nextCursor, rows };
  },
});

type Other = {
  automationId: string;
  definition: Definition;
  owner: PlanWorld["actor"];
  sees: string[];
};

/** Returns what else is on, begins by the same trigger, and could change the same fields. */
async function othersOf(
  tools: Pick<QueryTools, "automations" | "memberRights">,
  id: string,
  definition: Definition,
): Promise<Other[]> {
  const fields = fieldsOf(definition);
  const on = (await publishedOn(tools, [definition.trigger.kind])).filter((row) => row.id !== id);
  const owners = new Map(
    (await tools.memberRights.list(on.flatMap(({ ownerId }) => ownerId ?? []))).map((row) => [
      row.userId,
      ownerOf(row),
    ]),
  );
  return on.flatMap((row) => {
    const owner = owners.get(row.ownerId ?? "");
    const theirs = row.definition;
    if (!owner || !fieldsOf(theirs).some((field) => fields.includes(field))) return [];
    return [{ automationId: row.id, definition: theirs, owner, sees: principals(owner) }];
  });
}

function fieldsOf({ nodes }: Definition): string[] {
  return nodes.flatMap((node) =>
    node.kind === "action" ? (actionNamed(node.action)?.field ?? []) : [],
  );
}

const worldOf = (world: PlanWorld, { owner }: Other): PlanWorld => ({ ...world, actor: owner });

function marksOf(
  lines: readonly ForeseenLine[],
  conflicts: readonly RehearsedConflict[],
): string[] {
  const has = (...outcomes: string[]) => lines.some(({ outcome }) => outcomes.includes(outcome));
  return [
    ...(has("changed") ? ["changes"] : []),
    ...(has("asked") ? ["asks"] : []),
    ...(lines.some(sends) ? ["sends"] : []),
    ...(has("refused", "failed") ? ["refused"] : []),
    ...(conflicts.length > 0 ? ["conflicts"] : []),
  ];
}
