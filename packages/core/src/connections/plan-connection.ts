import { providers } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { personOf } from "../access/person-of";
import { conflict } from "../errors";
import { query } from "../operation/query";
import { mustFindConnection } from "./contract/must-find";

/**
 * Decides which connection an account belongs to: the one to reconnect, one that is there, or a new one. `isOther` says that it is another account than
 * the one to reconnect. Throws `CONFLICT` if somebody else has connected this account.
 */
export const planConnection = query("connections.plan-connection", {
  title: "Decide which connection an account belongs to",
  permission: "source.manage",
  input: z.object({
    provider: z.enum(providers),
    subject: z.string(),
    connectionId: z.string().nullable(),
  }),
  output: z.object({ id: z.string(), isOther: z.boolean() }),
  doors: [],

  async handle({ connections, actor }, { provider, subject, connectionId }) {
    if (connectionId) {
      const wanted = await mustFindConnection({ connections, actor }, connectionId);
      return { id: wanted.id, isOther: wanted.accountSubject !== subject };
    }
    const there = await connections.findByAccount(provider, subject);
    if (there && there.ownerId !== personOf(actor).id)
      conflict(
        "Somebody else in this workspace has connected this account",
        "Ask them to disconnect it first.",
      );
    return { id: there?.id ?? connections.newId(), isOther: false };
  },
});
