import type { StoredRehearsal } from "@besunny/db/automations/rehearsals";
import { z } from "zod";

import type { QueryTools } from "../../operation/query";
import { readerOf } from "../contract/automation";
import { type RehearsalDetail, toldRehearsal } from "./shapes";

const undoState = z.enum(["running", "done"]).nullable();
const DAYS_90_MS = 90 * 86_400_000;

type Tools = Pick<
  QueryTools,
  "automations" | "rehearsals" | "members" | "actor" | "clock" | "workspaceId"
>;

/** Returns a rehearsal with names, and with what applying it costs and takes. */
export async function toldDetail(
  { automations, rehearsals, members, actor, clock }: Tools,
  row: StoredRehearsal,
): Promise<z.infer<typeof RehearsalDetail>> {
  const told = toldRehearsal(row);
  const { counts } = told;
  const reader = readerOf(actor);
  const names = new Map((await members.list()).map(({ userId, user }) => [userId, user.name]));
  const own = await automations.find(row.automationId, reader);
  const stored =
    row.version === null
      ? own?.draft
      : (await automations.findVersion(row.automationId, row.version))?.definition;
  const conflicts: z.infer<typeof RehearsalDetail>["conflicts"] = [];
  for (const [key, documents] of Object.entries(counts.conflicts)) {
    const [id = "", field = ""] = key.split(" ");
    const other = await automations.find(id, reader);
    conflicts.push({ automation: other && { id, name: other.name }, field, documents });
  }
  const usual = await rehearsals.usual(new Date(clock().getTime() - DAYS_90_MS));
  const { processedAgain, yes } = counts;
  return {
    ...told,
    batchId: row.batchId,
    undo:
      row.batchId === null
        ? null
        : { state: undoState.parse(row.undoState), ...(await rehearsals.undone(row.id)) },
    isCurrent: isSame(stored, row.definition),
    people: Object.entries(counts.people)
      .map(([id, questions]) => ({ id, name: names.get(id) ?? "A former member", questions }))
      .toSorted((one, other) => other.questions - one.questions),
    conflicts: conflicts.toSorted((one, other) => other.documents - one.documents),
    costMicro:
      processedAgain === 0
        ? 0
        : usual.costMicro === null
          ? null
          : Math.round(usual.costMicro * processedAgain),
    seconds: usual.seconds === null ? null : Math.ceil(usual.seconds * yes),
  };
}

/** Equal definitions can have their keys in another order, because PostgreSQL sorts them. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
