import { providers } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { connectionId } from "../ids";
import { oneOf } from "../one-of";
import { query } from "../operation/query";
import { connectionKinds } from "./contract/connection-words";
import { mustFindConnection } from "./contract/must-find";

/** The facts of a connection that flows need. */
export const FoundConnection = z.object({
  id: z.string(),
  provider: z.enum(providers),
  kind: z.enum(connectionKinds),
  isPractice: z.boolean(),
  ownerId: z.string(),
  subject: z.string(),
  address: z.string(),
  scopes: z.array(z.string()),
  settings: z.record(z.string(), z.string()),
  state: z.string(),
  blockedUntil: z.date().nullable(),
});
export type FoundConnection = z.infer<typeof FoundConnection>;

/** Returns what flows need to know of a connection. Throws `NOT_FOUND`. */
export const findConnection = query("connections.find-connection", {
  title: "Find a connection",
  permission: "source.read",
  input: z.object({ id: connectionId }),
  output: FoundConnection,
  doors: [],

  async handle({ connections, actor }, { id }) {
    const found = await mustFindConnection({ connections, actor }, id);
    return {
      ...found,
      provider: oneOf(providers, found.provider),
      kind: oneOf(connectionKinds, found.kind),
      subject: found.accountSubject,
      address: found.accountAddress,
      settings: z.record(z.string(), z.string()).parse(found.settings),
    };
  },
});
