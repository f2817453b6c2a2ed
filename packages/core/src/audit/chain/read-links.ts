import type { StoredHead } from "@besunny/db/audit-chain/audit-chain";
import type { StoredLink } from "@besunny/db/audit-chain/stored-link";
import { z } from "zod";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

/** Returns links of the log's chain after a number, in order, with the end of the chain and the entries outside of it. */
export const readLinks = query("audit.read-links", {
  title: "Read the chain of the audit log",
  permission: "audit.read",
  input: z.object({ after: z.number().int().min(0), limit: z.number().int().min(1).max(10_000) }),
  output: ofType<{
    head: StoredHead | null;
    links: StoredLink[];
    unlinked: { before: number; since: number };
  }>(),
  doors: [],

  async handle({ auditChain }, { after, limit }) {
    const head = await auditChain.head();
    return {
      head,
      links: await auditChain.page(after, limit),
      unlinked:
        head && after === 0 ? await auditChain.unlinked(head.beganAt) : { before: 0, since: 0 },
    };
  },
});
