import { z } from "zod";
import type { ChainPart } from "../../audit/contract/chain/verify-chain";
import { platformQuery } from "../../operation/platform";
import { ofType } from "../../shapes";

/** Returns links of the chain of the platform's log, or of a workspace's, as its verification needs them. */
export const readLogLinks = platformQuery("platform.read-log-links", {
  title: "Read the chain of any audit log",
  permission: "audit.readPlatform",
  input: z.object({
    chain: z.string().max(60),
    after: z.number().int().min(0),
    limit: z.number().int().min(1).max(10_000),
  }),
  output: ofType<ChainPart>(),
  doors: [],

  async handle({ db }, { chain, after, limit }) {
    const log = db.platform.auditChain.of(chain);
    const head = await log.head();
    return {
      head,
      links: await log.page(after, limit),
      unlinked: head && after === 0 ? await log.unlinked(head.beganAt) : { before: 0, since: 0 },
    };
  },
});
