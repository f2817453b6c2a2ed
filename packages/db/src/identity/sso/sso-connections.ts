import type { IdentityTx } from "../identity-tx";

const columns = {
  id: true,
  workspaceId: true,
  kind: true,
  name: true,
  issuer: true,
  clientId: true,
  sealedClientSecret: true,
  signInUrl: true,
  certificates: true,
  emailClaim: true,
  nameClaim: true,
  groupClaim: true,
  defaultRole: true,
  roleMap: true,
  makesAccounts: true,
  isOn: true,
  version: true,
  testedVersion: true,
} as const;

/** Reads the sign-ins of organisations, before anybody has signed in. */
export function organisationSignInRepository(tx: IdentityTx) {
  return {
    /** Returns the connection if its workspace is not suspended. */
    find: (id: string) =>
      tx.ssoConnection.findFirst({
        where: { id, workspace: { suspendedAt: null } },
        select: { ...columns, workspace: { select: { name: true } } },
      }),

    /** Returns the connection that is on and whose domain is proven, or null. */
    findByDomain: async (domain: string): Promise<{ id: string; name: string } | null> =>
      (
        await tx.ssoDomain.findFirst({
          where: {
            domain,
            provenAt: { not: null },
            connection: { isOn: true, workspace: { suspendedAt: null } },
          },
          select: { connection: { select: { id: true, name: true } } },
        })
      )?.connection ?? null,

    /** Returns whether the domain is proven to be of this connection. */
    hasDomain: async (connectionId: string, domain: string): Promise<boolean> =>
      (await tx.ssoDomain.findFirst({
        where: { connectionId, domain, provenAt: { not: null } },
        select: { domain: true },
      })) !== null,

    /** Lists the connections of the person's workspaces that are on, with whether the person is linked. */
    listFor: async (userId: string) => {
      const rows = await tx.ssoConnection.findMany({
        where: { isOn: true, workspace: { memberships: { some: { userId } } } },
        orderBy: { createdAt: "asc" },
        select: {
          id: true,
          name: true,
          workspace: { select: { id: true, name: true } },
          identities: { where: { userId }, select: { id: true, email: true, createdAt: true } },
        },
      });
      return rows.map(({ identities: [identity = null], ...row }) => ({ ...row, identity }));
    },

    /** Records that a sign-in with this version of the settings has worked. */
    noteTest: async (
      id: string,
      test: { testedVersion: number; testedAt: Date; testedById: string },
    ): Promise<boolean> => {
      const { count } = await tx.ssoConnection.updateMany({
        where: { id, version: test.testedVersion },
        data: test,
      });
      return count > 0;
    },
  };
}
