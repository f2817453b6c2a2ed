import { z } from "zod";

import { personOf } from "../../access/person-of";
import { conflict, notFound } from "../../errors";
import { command } from "../../operation/command";
import { secret } from "../../operation/secret";
import { idIn } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { inboundFields } from "../contract/inbound";

const MOST_HOOKS = 50;

/** Keeps a new address; of its secret part only the hash is stored. */
export const saveInboundHook = command("webhooks.save-inbound-hook", {
  title: "Keep an address that takes messages",
  permission: "webhook.manage",
  input: z.object({ ...inboundFields, token: secret(z.string().min(20)) }),
  output: z.object({ id: idIn("whi") }),
  doors: [],

  async handle({ inboundHooks, projects, actor, clock, changed }, { token, ...fields }) {
    if (fields.projectId !== null && !(await projects.find(fields.projectId)))
      notFound("Project", fields.projectId);
    if ((await inboundHooks.list()).length >= MOST_HOOKS)
      conflict(`A workspace has at most ${MOST_HOOKS} such addresses`, "Remove one first.");
    const id = await inboundHooks.create({
      ...fields,
      ownerId: personOf(actor).id,
      tokenHash: tokenHash(token),
      createdAt: clock(),
    });
    changed({ subject: id, before: {}, after: fields });
    return { id };
  },
});
