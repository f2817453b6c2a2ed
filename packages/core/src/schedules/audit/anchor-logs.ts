import { anchorLog } from "../../audit/chain/anchor-log";
import { keepAnchor } from "../../audit/contract/chain/anchors";
import { platformChain } from "../../audit/contract/chain/platform-chain";
import type { PlatformContext } from "../../context";
import { counted, type Schedule } from "../schedule";

/** Signs the ends of audit logs every hour and keeps them outside of the database. */
export const anchorLogs: Schedule = {
  cron: "50 * * * *",

  look: async ({ clock }) => `hour ${clock().toISOString().slice(0, 13)}`,

  async work(ctx, from) {
    const [workspaceId] = await ctx.db.platform.upkeep.listWorkspaceIds({
      after: from ?? "",
      limit: 1,
    });
    if (!workspaceId) {
      const isNew = await keepPlatformAnchor(ctx);
      return { next: null, counts: { looked: 1, kept: isNew ? 1 : 0 } };
    }
    const { isNew } = await anchorLog(ctx.inWorkspace(workspaceId), {});
    return { next: workspaceId, counts: { looked: 1, kept: isNew ? 1 : 0 } };
  },

  summary: ({ looked, kept }) =>
    `Looked at ${counted(looked, "audit log")}: kept the end of ${kept ?? 0}.`,
};

async function keepPlatformAnchor(ctx: PlatformContext): Promise<boolean> {
  const end = await ctx.db.platform.auditChain.of(platformChain).head();
  if (!end) return false;
  const { seq, hash, at } = end;
  return keepAnchor(ctx, { workspaceId: platformChain, seq, hash, at: at.toISOString() });
}
