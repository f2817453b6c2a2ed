import { z } from "zod";

import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Remembers that the caller saw the place of a fact, or that they skipped the first steps or want them back. */
export const noteFirstStep = command("onboarding.note-first-step", {
  title: "Remember a first step of mine",
  permission: "document.read",
  input: z.object({ what: z.enum(["placeSeen", "skipped", "reopened"]) }),
  output: nothing,
  doors: ["web"],
  audit: { notAudited: "It changes only what its caller is shown." },

  async handle({ firstSteps, actor, clock }, { what }) {
    const { id } = personOf(actor);
    if (what === "placeSeen") await firstSteps.put(id, { placeSeenAt: clock() });
    else await firstSteps.put(id, { skippedAt: what === "skipped" ? clock() : null });
  },
});
