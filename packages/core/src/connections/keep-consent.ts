import { providers } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { personOf } from "../access/person-of";
import { may } from "../access/policy";
import { forbidden } from "../errors";
import { connectionId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { connectionKinds } from "./contract/connection-words";
import { CONSENT_MS, ReturnPath } from "./contract/consent";
import { mustBeTheirs, mustFindConnection } from "./contract/must-find";
import { Sealed } from "./contract/tokens";

/** Keeps a consent that a person has begun, until they come back with its state. Only the hash of the state is kept. */
export const keepConsent = command("connections.keep-consent", {
  title: "Keep a consent that was begun",
  permission: "source.manage",
  input: z.object({
    stateHash: z.string(),
    provider: z.enum(providers),
    kind: z.enum(connectionKinds),
    connectionId: connectionId.nullable(),
    isPractice: z.boolean(),
    sealedVerifier: Sealed,
    scopes: z.array(z.string()),
    returnTo: ReturnPath,
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Connecting is the record." },

  async handle({ consents, connections, actor, clock }, given) {
    const person = personOf(actor);
    if (given.kind === "organisation" && !may(actor, "source.manageAll"))
      forbidden("source.manageAll");
    if (given.connectionId)
      mustBeTheirs(actor, await mustFindConnection({ connections, actor }, given.connectionId));
    const now = clock();
    await consents.add({
      ...given,
      userId: person.id,
      sessionId: person.via.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + CONSENT_MS),
    });
  },
});
