import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { count } from "../../shapes";
import { ofPerson } from "./contract";

/** Ends one session of a person, or all. Throws `CONFLICT` if it has ended already. */
export const endSessions = platformCommand("platform.end-sessions", {
  title: "End sessions of a person",
  permission: "people.manage",
  input: ofPerson.extend({ sessionId: z.string().max(60).optional() }),
  output: z.object({ ended: count }),
  doors: ["admin"],

  async handle({ people, changed, clock }, { id, sessionId }) {
    if (!(await people.find(id))) notFound("Person", id);
    const ended = await people.revokeSessions(id, clock(), sessionId);
    if (ended === 0 && sessionId) conflict("This session has ended already");
    changed({ subject: id, before: { ended: 0 }, after: { ended } });
    return { ended };
  },
});
