import type { Account } from "@besunny/connectors/sources/source";
import { z } from "zod";

import { may } from "../access/policy";
import { AppError, forbidden } from "../errors";
import { connectionId } from "../ids";
import { flow } from "../operation/flow";
import { secret } from "../operation/secret";
import { idIn } from "../shapes";
import { asAppError } from "./contract/as-app-error";
import { connectionKinds } from "./contract/connection-words";
import { tokensOf } from "./contract/tokens";
import { keepConnection } from "./keep-connection";
import { planConnection } from "./plan-connection";

/** Connects a mailbox by host and password, after having tried it. Throws `CONFLICT` if the mailbox refuses the password. */
export const connectMailbox = flow("connections.connect-mailbox", {
  title: "Connect a mailbox",
  permission: "source.manage",
  input: z.object({
    host: z.string().trim().min(1).max(255),
    port: z.number().int().min(1).max(65_535).default(993),
    isSecure: z.boolean().default(true),
    user: z.string().trim().min(1).max(320),
    password: secret(z.string().min(1).max(1000)),
    kind: z.enum(connectionKinds).default("personal"),
    connectionId: connectionId.nullable().default(null),
  }),
  output: z.object({ id: idIn("con"), address: z.string() }),
  doors: ["web"],
  uses: ["sources", "sealer"],
  audit: { subjects: ({ id }) => [id] },

  async handle({ caller, sources, sealer, actor }, given) {
    const { host, port, isSecure, user, password, kind, connectionId: wanted } = given;
    if (kind === "organisation" && !may(actor, "source.manageAll")) forbidden("source.manageAll");
    const settings = { host, port: String(port), secure: String(isSecure), user };
    const account: Account = {
      id: `trial of ${user} at ${host}`,
      provider: "imap",
      subject: null,
      address: user,
      settings,
      token: async () => password,
      refresh: async () => password,
    };
    try {
      const adapter = await sources.of("imap", { isPractice: false });
      const facts = await adapter.verify(account);
      const plan = await planConnection(caller, {
        provider: "imap",
        subject: facts.subject,
        connectionId: wanted,
      });
      if (plan.isOther) throw otherMailbox();
      const tokens = { accessToken: password, refreshToken: null };
      await keepConnection(caller, {
        ...facts,
        id: plan.id,
        stateHash: null,
        provider: "imap",
        kind,
        isPractice: false,
        settings,
        isLimited: false,
        sealed: sealer.seal(JSON.stringify(tokens), tokensOf(plan.id)),
        expiresAt: null,
      });
      return { id: plan.id, address: facts.address };
    } catch (error) {
      throw asAppError(error);
    }
  },
});

function otherMailbox() {
  return new AppError("CONFLICT", "This is another mailbox than the one to connect again", {
    hint: "Add it as a new connection.",
  });
}
