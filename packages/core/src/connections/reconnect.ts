import { providerOf, sourceKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { invalidInput } from "../errors";
import { connectionId } from "../ids";
import { flow } from "../operation/flow";
import { beginConnecting } from "./begin-connecting";
import { ReturnPath } from "./contract/consent";
import { findConnection } from "./find-connection";

/** Begins the consent for an account that is connected: with the rights of all kinds of its provider that this build reads. */
export const reconnect = flow("connections.reconnect", {
  title: "Connect an account again",
  permission: "source.manage",
  input: z.object({ id: connectionId, returnTo: ReturnPath }),
  output: z.object({ url: z.string() }),
  doors: ["web"],
  uses: ["sources"],
  audit: { notAudited: "Connecting is the record; nothing is kept before the person comes back." },

  async handle({ caller, sources }, { id, returnTo }) {
    const { provider, scopes } = await findConnection(caller, { id });
    if (provider === "imap") invalidInput("A mailbox is connected again by its password");
    const built = sources.providers().find((each) => each.provider === provider)?.kinds ?? [];
    const given = await Promise.all(
      built.map(async (kind) => {
        const rights = await sources.rightsOf(kind);
        return rights.every(({ scope, isNeeded }) => !isNeeded || scopes.includes(scope));
      }),
    );
    const kinds = built.filter((_kind, at) => given[at]);
    const all = sourceKinds.filter((kind) => providerOf[kind] === provider && built.includes(kind));
    return beginConnecting(caller, {
      kinds: kinds.length > 0 ? kinds : all,
      connectionId: id,
      returnTo,
    });
  },
});
