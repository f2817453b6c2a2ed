import { z } from "zod";
import { actorIdOf } from "../access/actor";
import { conflict, notFound } from "../errors";
import { departureId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Takes back the end of the workspace while it waits. Throws `CONFLICT` once it has begun. */
export const takeBack = command("departures.take-back", {
  title: "Keep the workspace after all",
  permission: "workspace.end",
  input: z.object({ id: departureId }),
  output: nothing,
  doors: ["web"],
  cost: 0,

  async handle({ departures, actor, clock, changed }, { id }) {
    if (!(await departures.find(id))) notFound("Request", id);
    const isMoved = await departures.move(id, "waiting", {
      state: "takenBack",
      takenBackAt: clock(),
      takenBackById: actorIdOf(actor),
    });
    if (!isMoved) conflict("It was taken back before, or has begun");
    changed({ subject: id, before: { state: "waiting" }, after: { state: "takenBack" } });
  },
});
