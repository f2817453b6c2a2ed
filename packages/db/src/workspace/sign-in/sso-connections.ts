import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

const columns = {
  id: true,
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
  groupMap: true,
  makesAccounts: true,
  isOn: true,
  version: true,
  testedVersion: true,
  testedAt: true,
  createdAt: true,
  domains: {
    select: { domain: true, proof: true, provenAt: true },
    orderBy: { domain: "asc" },
  },
} as const;

/** A rule by which a group of the organisation decides. */
export type RoleRule = { group: string; role: string };
export type GroupRule = { group: string; groupId: string };

export type ConnectionFields = {
  kind: string;
  name: string;
  issuer: string;
  clientId: string | null;
  signInUrl: string | null;
  certificates: string[];
  emailClaim: string | null;
  nameClaim: string | null;
  groupClaim: string | null;
  defaultRole: string;
  roleMap: RoleRule[];
  groupMap: GroupRule[];
  makesAccounts: boolean;
};

/** Stores the sign-in of the organisation whose workspace it is. */
export function ssoConnectionRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    list: () =>
      tx.ssoConnection.findMany({
        where: { workspaceId },
        orderBy: { createdAt: "asc" },
        select: columns,
      }),

    find: (id: string) =>
      tx.ssoConnection.findFirst({ where: { id, workspaceId }, select: columns }),

    create: async (fields: ConnectionFields): Promise<string> => {
      const id = newId("sso");
      await tx.ssoConnection.createMany({ data: [{ id, workspaceId, ...fields }] });
      return id;
    },

    /** Changes the settings, which have to be tested again. */
    change: async (id: string, fields: ConnectionFields): Promise<void> => {
      await tx.ssoConnection.updateMany({
        where: { id, workspaceId },
        data: { ...fields, version: { increment: 1 } },
      });
    },

    /** Keeps the secret, which has to be tested again with the settings. */
    keepSecret: async (
      id: string,
      sealedClientSecret: Uint8Array<ArrayBuffer>,
    ): Promise<boolean> => {
      const { count } = await tx.ssoConnection.updateMany({
        where: { id, workspaceId },
        data: { sealedClientSecret, version: { increment: 1 } },
      });
      return count > 0;
    },

    turn: async (id: string, isOn: boolean): Promise<void> => {
      await tx.ssoConnection.updateMany({ where: { id, workspaceId }, data: { isOn } });
    },

    remove: async (id: string): Promise<boolean> => {
      const { count } = await tx.ssoConnection.deleteMany({ where: { id, workspaceId } });
      return count > 0;
    },

    /** Returns false if the connection has the domain already. */
    addDomain: async (connectionId: string, domain: string, proof: string): Promise<boolean> => {
      const { count } = await tx.ssoDomain.createMany({
        data: [{ connectionId, workspaceId, domain, proof }],
        skipDuplicates: true,
      });
      return count > 0;
    },

    removeDomain: async (connectionId: string, domain: string): Promise<boolean> => {
      const { count } = await tx.ssoDomain.deleteMany({
        where: { connectionId, domain, workspaceId },
      });
      return count > 0;
    },

    /** Records that the domain is proven by its TXT record. Rejects if another connection has proven it. */
    proveDomain: async (connectionId: string, domain: string, now: Date): Promise<void> => {
      await tx.ssoDomain.updateMany({
        where: { connectionId, domain, workspaceId, provenAt: null },
        data: { provenAt: now },
      });
    },

    /** Counts the people whom each connection knows. */
    countPeople: async (): Promise<Map<string, number>> => {
      const rows = await tx.ssoIdentity.groupBy({
        by: ["connectionId"],
        where: { workspaceId },
        _count: { _all: true },
      });
      return new Map(rows.map((row) => [row.connectionId, row._count._all]));
    },
  };
}
