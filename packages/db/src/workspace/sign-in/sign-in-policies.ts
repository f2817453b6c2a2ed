import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** What a session must have proven to open a workspace. */
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

    put: async (policy: SignInPolicyRow, now: Date): Promise<void> => {
      await tx.signInPolicy.upsert({
        where: { workspaceId },
        create: { workspaceId, ...policy, changedAt: now },
        update: { ...policy, changedAt: now },
      });
    },
  };
}
