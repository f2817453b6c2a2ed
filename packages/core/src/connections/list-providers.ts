import { z } from "zod";

import { flow } from "../operation/flow";
import { ProviderChoice } from "./contract/connection";

/** Lists what can be connected: what is set up, what an operator must set, and what will be read, in words. */
export const listProviders = flow("connections.list-providers", {
  title: "List what can be connected",
  permission: "source.read",
  input: z.object({}),
  output: z.object({
    /** The address to which people come back from a consent, as it must be registered at each provider. */
    redirectUri: z.string(),
    items: z.array(ProviderChoice),
  }),
  doors: ["web"],
  uses: ["sources"],
  audit: { notAudited: "It shows what the operator has set up." },

  async handle({ sources }) {
    const items = sources.providers().map(async ({ kinds, ...provider }) => ({
      ...provider,
      by: provider.provider === "imap" ? ("password" as const) : ("consent" as const),
      kinds: await Promise.all(
        kinds.map(async (kind) => ({ kind, rights: await sources.rightsOf(kind) })),
      ),
    }));
    return { redirectUri: sources.redirectUri, items: await Promise.all(items) };
  },
});
