import type { PlatformTx } from "./platform-tx";

/** Finds the names of workspaces, people and projects; keys have none here. */
export function nameRepository(prisma: Pick<PlatformTx, "workspace" | "user" | "project">) {
  return {
    /** Returns the names of those of the ids that are known. */
    of: async (given: readonly string[]): Promise<Map<string, string>> => {
      const all = [...new Set(given)];
      const asked = (prefix: string) => ({
        where: { id: { in: all.filter((id) => id.startsWith(prefix)) } },
        select: { id: true, name: true },
      });
      const found = await Promise.all([
        prisma.workspace.findMany(asked("ws_")),
        prisma.user.findMany(asked("usr_")),
        prisma.project.findMany(asked("prj_")),
      ]);
      return new Map(found.flat().map(({ id, name }) => [id, name]));
    },
  };
}
