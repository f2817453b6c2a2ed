import { z } from "zod";

import { conflict } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Ends an invitation. Throws `CONFLICT` if it is not open. */
export const revokeInvitation = command("members.revoke-invitation", {
  title: "Revoke an invitation",
  permission: "member.invite",
  input: z.object({ id: z.string() }),
  output: nothing,
  doors: ["web"],

  async handle({ members, clock, changed }, { id }) {
    const now = clock();
    if (!(await members.revokeInvitation(id, now)))
      conflict("This invitation was accepted or revoked already");
    changed({ subject: id, before: { revokedAt: null }, after: { revokedAt: now } });
  },
});
