import type { Repositories } from "@besunny/db/database";
import type { Actor } from "../../access/actor";
import type { Clock } from "../../context";
import { AppError } from "../../errors";
import { stateOf } from "./look";

/** Throws `FORBIDDEN` unless the actor is a platform admin whose look into the workspace is open now. */
export async function mustBeOpen({
  looks,
  actor,
  clock,
}: Pick<Repositories, "looks"> & { actor: Actor; clock: Clock }): Promise<void> {
  const now = clock();
  const look = actor.kind === "platformAdmin" ? await looks.findOpen(actor.id, now) : null;
  if (look && stateOf(look, now) === "open") return;
  throw new AppError("FORBIDDEN", "You have no open look into this workspace", {
    hint: "Ask its owners for one, with a reason.",
  });
}
