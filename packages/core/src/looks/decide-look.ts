import { z } from "zod";
import { conflict, notFound } from "../errors";
import { command } from "../operation/command";
import { idIn, nothing } from "../shapes";
import { stateOf } from "./contract/look";
import { lookDecisions } from "./contract/look-words";

const MINUTE_MS = 60_000;

/** Allows a look that waits, refuses it, or ends one that is open. From then on the admin sees what the answer says. */
export const decideLook = command("looks.decide-look", {
  title: "Answer a platform admin who asks for a look",
  permission: "look.decide",
  input: z.object({ id: idIn("wlk"), decision: z.enum(lookDecisions) }),
  output: nothing,
  doors: ["web"],
  stepUp: true,

  async handle({ looks, actor, clock, changed }, { id, decision }) {
    const look = (await looks.find(id)) ?? notFound("Look", id);
    const now = clock();
    const state = stateOf(look, now);
    const wanted = decision === "end" ? "open" : "waiting";
    if (state !== wanted)
      conflict(decision === "end" ? "This look is over already" : "This look was answered already");
    const decidedById = actor.kind === "user" ? actor.id : "";
    const endsAt = new Date(now.getTime() + look.minutes * MINUTE_MS);
    const changes = decision === "allow" ? { beganAt: now, endsAt } : { closedAt: now };
    if (!(await looks.change(id, { ...changes, decidedById })))
      conflict("This look was answered meanwhile");
    const after = { allow: "open", refuse: "refused", end: "ended" }[decision];
    changed({ subject: id, before: { look: state }, after: { look: after } });
  },
});
