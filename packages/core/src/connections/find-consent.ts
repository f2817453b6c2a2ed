import { providers } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { personOf } from "../access/person-of";
import { notFound } from "../errors";
import { oneOf } from "../one-of";
import { query } from "../operation/query";
import { connectionKinds } from "./contract/connection-words";
import { Sealed } from "./contract/tokens";

/** Returns a consent that this person has begun in this session. Throws `NOT_FOUND`, also for the consent of somebody else. */
export const findConsent = query("connections.find-consent", {
  title: "Find a consent that was begun",
  permission: "source.manage",
  input: z.object({ stateHash: z.string() }),
  output: z.object({
    provider: z.enum(providers),
    kind: z.enum(connectionKinds),
    isPractice: z.boolean(),
    connectionId: z.string().nullable(),
    sealedVerifier: Sealed,
    scopes: z.array(z.string()),
    returnTo: z.string(),
  }),
  doors: [],

  async handle({ consents, actor, clock }, { stateHash }) {
    const person = personOf(actor);
    const found = await consents.find(stateHash);
    const isTheirs = found?.userId === person.id && found.sessionId === person.via.id;
    if (!found || !isTheirs || found.expiresAt <= clock())
      return notFound("Consent", "of this state");
    return {
      ...found,
      provider: oneOf(providers, found.provider),
      kind: oneOf(connectionKinds, found.kind),
    };
  },
});
