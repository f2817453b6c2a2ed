import { newId } from "../../ids";
import type { PlatformTx } from "../platform-tx";

export type StoredIsolationCheck = {
  id: string;
  startedAt: Date;
  finishedAt: Date;
  state: string;
  stores: unknown;
};

/** Keeps what the checks of the isolation found, and the two workspaces that they look at. */
export function isolationCheckRepository(tx: PlatformTx) {
  return {
    /** Makes a canary workspace unless it is there. The platform itself does not see it. */
    ensureWorkspace: async (id: string, name: string): Promise<void> => {
      await tx.workspace.createMany({ data: [{ id, name }], skipDuplicates: true });
    },

    record: async ({
      stores,
      ...check
    }: Omit<StoredIsolationCheck, "id" | "stores"> & { stores: object[] }): Promise<void> => {
      await tx.isolationCheck.createMany({ data: [{ id: newId("iso"), ...check, stores }] });
    },

    /** Returns the last checks, the newest first. */
    list: (limit: number): Promise<StoredIsolationCheck[]> =>
      tx.isolationCheck.findMany({ orderBy: { startedAt: "desc" }, take: limit }),

    /** Returns the addresses of platform admins who are not suspended. */
    listAdmins: async (): Promise<string[]> => {
      const admins = await tx.user.findMany({
        where: { isPlatformAdmin: true, suspendedAt: null },
        select: { email: true },
        orderBy: { email: "asc" },
      });
      return admins.map(({ email }) => email);
    },
  };
}
