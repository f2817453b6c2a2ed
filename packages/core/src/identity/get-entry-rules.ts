import { z } from "zod";

import { identityOperation } from "../operation/identity";

/** Returns the rules for strangers: who may sign up, and whether BeSunny can mail a link for a forgotten password. */
export const getEntryRules = identityOperation("identity.get-entry-rules", {
  title: "See who may sign up",
  input: z.object({}),
  output: z.object({
    signUp: z.union([z.enum(["open", "closed"]), z.array(z.string()).readonly()]),
    sendsMail: z.boolean(),
  }),
  doors: ["web"],
  notAudited: "It reads.",

  async handle({ rules, mail, hooks }) {
    const isOpen = await hooks.isOn("sign-up", { personId: null, workspaceId: null });
    return { signUp: isOpen ? rules.signUp : "closed", sendsMail: mail.isConfigured };
  },
});
