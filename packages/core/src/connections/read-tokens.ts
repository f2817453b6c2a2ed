import { providers } from "@besunny/connectors/sources/source-words";
import { z } from "zod";
import { notFound } from "../errors";
import { connectionId } from "../ids";
import { oneOf } from "../one-of";
import { query } from "../operation/query";
import { Sealed } from "./contract/tokens";

/** Returns the sealed tokens of a connection, for `token-of` alone. */
export const readTokens = query("connections.read-tokens", {
  title: "Read the sealed tokens of a connection",
  permission: "source.sync",
  input: z.object({ id: connectionId }),
  output: z.object({
    sealed: Sealed.nullable(),
    version: z.number(),
    expiresAt: z.date().nullable(),
    provider: z.enum(providers),
    isPractice: z.boolean(),
    state: z.string(),
    stateReason: z.string().nullable(),
    consentedAt: z.date(),
  }),
  doors: [],

  async handle({ connections }, { id }) {
    const tokens = await connections.readTokens(id);
    const found = await connections.find(id, null);
    if (!tokens || !found) notFound("Connection", id);
    return { ...found, ...tokens, provider: oneOf(providers, found.provider) };
  },
});
