import { z } from "zod";

import { platformOperation } from "../../operation/operation";
import { operationId } from "./contract";

/** The end of an operation, told once, with its entry in the audit log. */
export const endOperation = platformOperation({
  input: z.object({ id: operationId, state: z.enum(["finished", "stopped", "failed"]) }),

  run: ({ db, actor, clock }, { id, state }) =>
    db.platform.transaction(async ({ operations, audit }) => {
      const operation = await operations.find(id);
      if (!operation) return;
      const { kind, done, skipped, failed, askedById } = operation;
      // Runs that changed between the count and their turn were not among them.
      const total = state === "finished" ? done + skipped + failed : operation.total;
      if (!(await operations.updateOpen(id, { state, total, finishedAt: clock() }))) return;
      await audit.record({
        actorKind: actor.kind,
        actorId: actor.kind === "system" ? actor.job : actor.id,
        action: "operation.end",
        input: { id, kind, state, total, done, skipped, failed, askedById },
      });
    }),
});
