import type { NewHold } from "@besunny/db/privacy/legal-holds";
import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { matchingHold } from "../../documents/contract/holding/held";
import { invalidInput, notFound } from "../../errors";
import { holdsChanged } from "../../events";
import { moment } from "../../moment";
import { type CommandTools, command } from "../../operation/command";
import { count, idIn } from "../../shapes";
import { HoldOn, holdReason } from "../contract/hold";

/**
 * Holds documents: nobody can delete them until the hold is released or runs out. Documents that come to the project, from the person or
 * that match the query later are held too.
 */
export const createHold = command("privacy.create-hold", {
  title: "Hold documents",
  permission: "privacy.manage",
  input: z.object({
    name: z.string().trim().min(1).max(120),
    on: HoldOn,
    reason: holdReason,
    until: moment.nullable().default(null),
  }),
  output: z.object({ id: idIn("hld"), documents: count }),
  doors: ["web"],

  async handle(tools, { name, on, reason, until }) {
    const { legalHolds, actor, clock, emit, changed, workspaceId } = tools;
    if (until && until <= clock())
      invalidInput("A hold ends later than now", [{ path: "until", message: "Give a later day" }]);
    const hold = await legalHolds.create(
      { name, reason, until, ...(await columnsOf(tools, on)) },
      { byId: actorIdOf(actor), at: clock() },
    );
    const found =
      hold.query === null
        ? await legalHolds.addFound(hold.id)
        : await legalHolds.addMany(hold.id, await matchingHold(tools, hold.query));
    changed({ subject: hold.id, before: {}, after: { name, kind: hold.kind, documents: found } });
    emit(holdsChanged.of({ workspaceId, holdId: hold.id }));
    return { id: hold.id, documents: found };
  },
});

type Columns = Pick<NewHold, "kind" | "projectId" | "userId" | "entityId" | "query">;

async function columnsOf(
  { projects, members, entities }: CommandTools,
  on: HoldOn,
): Promise<Columns> {
  const none = { projectId: null, userId: null, entityId: null, query: null };
  switch (on.kind) {
    case "project":
      if (!(await projects.find(on.projectId))) notFound("Project", on.projectId);
      return { ...none, kind: "project", projectId: on.projectId };
    case "member":
      if (!(await members.find(on.userId))) notFound("Member", on.userId);
      return { ...none, kind: "person", userId: on.userId };
    case "entity":
      if (!(await entities.find(on.entityId))) notFound("Entity", on.entityId);
      return { ...none, kind: "person", entityId: on.entityId };
    case "query":
      return { ...none, kind: "query", query: on.query };
  }
}
