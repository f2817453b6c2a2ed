import { actorIdOf } from "../../access/actor";
import type { Change } from "../../operation/definition";
import type { PlatformCommandTools } from "../../operation/platform";
import { jsonOf } from "../../operation/secret";

/** Adds a row to the log of a workspace, so that its owners see what an admin of the platform did there. */
export async function noteIn(
  { audit, actor }: Pick<PlatformCommandTools, "audit" | "actor">,
  workspaceId: string,
  { operation, change }: { operation: `platform.${string}`; change: Change },
): Promise<void> {
  await audit.recordIn(workspaceId, {
    operation,
    actorKind: actor.kind,
    actorId: actorIdOf(actor),
    door: "admin",
    subjects: [workspaceId, change.subject],
    input: {},
    changes: jsonOf([change]),
  });
}
