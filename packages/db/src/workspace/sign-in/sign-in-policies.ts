import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** The proof that a session needs to open a workspace. */
export type SignInPolicyRow = {
  needsSecondFactor: boolean;
  methods: string[];
  sessionHours: number | null;
  networks: string[];
  breakGlassIds: string[];
};

const columns = {
  needsSecondFactor: true,
  methods: true,
  sessionHours: true,
  networks: true,
  breakGlassIds: true,
} as const;

/** Stores the sign-in policy of the workspace: none until somebody sets it. */
export function signInPolicyRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    find: (): Promise<SignInPolicyRow | null> =>
      tx.signInPolicy.findUnique({ where: { workspaceId }, select: columns }),

    /** Returns those of the people who have a passkey, and those who have any second factor. */
    listFactors: async (
      userIds: readonly string[],
    ): Promise<{ withPasskey: Set<string>; withFactor: Set<string> }> => {
      const of = { userId: { in: [...userIds] } };
      const keys = await tx.passkey.findMany({ where: of, select: { userId: true } });
      const apps = await tx.totpFactor.findMany({
        where: { ...of, confirmedAt: { not: null } },
        select: { userId: true },
      });
      const withPasskey = new Set(keys.map(({ userId }) => userId));
      return {
        withPasskey,
        withFactor: new Set([...withPasskey, ...apps.map(({ userId }) => userId)]),
      };
    },

    put: async (policy: SignInPolicyRow, now: Date): Promise<void> => {
      await tx.signInPolicy.upsert({
        where: { workspaceId },
        create: { workspaceId, ...policy, changedAt: now },
        update: { ...policy, changedAt: now },
      });
    },
  };
}
