import type { Prisma } from "../../generated/client";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** Releases before the champion that are tried if a file of the champion cannot be used. */
const EARLIER = 3;

/** Reads which models of its own documents a workspace uses now. */
export function releaseHeadRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Returns the parts of the champion, then of the releases before it, newest first; none if there is no champion. */
    listParts: async (): Promise<{ number: number; parts: Prisma.JsonValue }[]> => {
      const role = await tx.releaseRole.findFirst({
        where: { workspaceId, role: "champion" },
        select: { release: { select: { number: true } } },
      });
      if (!role) return [];
      return tx.release.findMany({
        where: { workspaceId, number: { lte: role.release.number } },
        orderBy: { number: "desc" },
        take: 1 + EARLIER,
        select: { number: true, parts: true },
      });
    },
  };
}
