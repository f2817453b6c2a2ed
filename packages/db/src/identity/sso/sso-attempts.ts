import { nullable, ownJson, text } from "@besunny/sql/rows/column";
import { newId } from "../../ids";
import { rawRows } from "../../raw-rows";
import type { IdentityTx } from "../identity-tx";

type Attempt = {
  workspaceId: string;
  connectionId: string;
  mode: string;
  stateHash: string;
  browserHash: string;
  returnTo: string;
  userId: string | null;
  sessionId: string | null;
  expiresAt: Date;
};

/** The data of a person that an issuer has proven, kept until the browser that asked comes back. */
export type Proven = {
  issuer: string;
  subject: string;
  email: string;
  name: string;
  groups: string[];
  sid: string | null;
};

const opened = rawRows({ id: text, proven: nullable(ownJson<Proven>()) });

/** Stores ways to an issuer and back. Each is claimed once, by whichever process is first. */
export function ssoAttemptRepository(tx: IdentityTx) {
  return {
    create: async (
      attempt: Attempt,
      seal: (id: string) => Uint8Array<ArrayBuffer>,
    ): Promise<void> => {
      const id = newId("sat");
      await tx.ssoAttempt.createMany({ data: [{ id, ...attempt, sealedSecret: seal(id) }] });
    },

    /** Claims the attempt of an answer. Returns null if it was claimed, has run out, or is of another connection. */
    claim: async (stateHash: string, connectionId: string, now: Date) => {
      const [claimed] = await tx.ssoAttempt.updateManyAndReturn({
        where: { stateHash, connectionId, claimedAt: null, expiresAt: { gt: now } },
        data: { claimedAt: now },
        select: {
          id: true,
          mode: true,
          sealedSecret: true,
          browserHash: true,
          returnTo: true,
          userId: true,
          sessionId: true,
        },
      });
      return claimed ?? null;
    },

    /** Keeps what was proven, until the browser of the attempt shows the ticket. */
    keepProven: async (id: string, proven: Proven, ticketHash: string): Promise<void> => {
      await tx.ssoAttempt.updateMany({ where: { id }, data: { proven, ticketHash } });
    },

    /** Returns the attempt of a ticket once, to the browser that began it. */
    open: async (ticketHash: string, browserHash: string, now: Date) => {
      const [row] = await opened(tx)`
        update sso_attempts set opened_at = ${now}
         where ticket_hash = ${ticketHash} and browser_hash = ${browserHash} and opened_at is null and expires_at > ${now}
        returning id, proven`;
      if (!row?.proven) return null;
      const attempt = await tx.ssoAttempt.findUnique({
        where: { id: row.id },
        select: { connectionId: true, mode: true, returnTo: true, userId: true, sessionId: true },
      });
      return attempt && { ...attempt, proven: row.proven };
    },

    /** Records the id of an assertion or token. Returns false if any process took it before. */
    takeId: async (used: {
      connectionId: string;
      workspaceId: string;
      usedId: string;
      expiresAt: Date;
    }): Promise<boolean> => {
      const { count } = await tx.ssoUsedId.createMany({ data: [used], skipDuplicates: true });
      return count > 0;
    },
  };
}
