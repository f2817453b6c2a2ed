import { randomBytes } from "node:crypto";

import type { ApiKey, EndedApiKey } from "@besunny/db/api-keys";
import type { Repositories } from "@besunny/db/database";
import { z } from "zod";
import { may, scopesOf } from "../access/policy";
import { type KeyScope, keyScopes } from "../access/actions";
import { type Actor } from "../access/actor";
import { AppError, conflict, forbidden, notFound } from "../errors";
import { tokenHash } from "../token-hash";
import { idOf } from "../ids";
import { moment } from "../moment";
import { command, query, type Told } from "../operation/operation";
import { expiryOf, stateOf } from "./api-key";

export const keyId = idOf("key");

type Person = Extract<Actor, { kind: "user" }>;

const paging = {
  cursor: z.string().max(2000).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
};

/**
 * The key itself is given once; only its hash is kept. It may do what its maker may do on the day it is used, within its scopes. Without
 * `expiresAt` it lasts 90 days, with null for ever, which only owners and admins may ask for.
 */
export const createApiKey = command({
  action: "apiKey.create",
  input: z.object({
    name: z.string().trim().min(1, "Say what the key is for").max(80),
    scopes: z
      .array(z.enum(keyScopes))
      .min(1, "Choose at least one thing that the key may do")
      .max(keyScopes.length)
      .default(["read", "write"]),
    expiresAt: moment.nullish(),
  }),

  async run({ apiKeys, actor, clock }, { name, scopes, expiresAt }) {
    const person = personOf(actor);
    mustBeAllowed(person, scopes);
    const key = `bsk_${randomBytes(24).toString("base64url")}`;
    const stored = await apiKeys.create({
      userId: person.id,
      name,
      prefix: key.slice(0, 10),
      keyHash: tokenHash(key),
      scopes: keyScopes.filter((scope) => scopes.includes(scope)),
      expiresAt: expiryOf({ wished: expiresAt, now: clock(), mayBeNever: mayBeNever(person) }),
      madeWithId: person.via.kind === "apiKey" ? person.via.id : null,
    });
    if (!stored) forbidden("making keys any more");
    return { ...shapeOf(stored, clock()), key };
  },

  told: ({ id, name, scopes, expiresAt }) => [
    {
      action: "apiKey.created",
      input: { id, name, scopes, expiresAt: expiresAt?.toISOString() ?? null },
    },
  ],
});

/** The keys of whoever asks, newest first, without those that were revoked. */
export const listApiKeys = query({
  action: "apiKey.manage",
  input: z.object(paging),

  async run(tools, { limit, cursor }) {
    const { id: userId } = personOf(tools.actor);
    return pageOf(tools, { userId, limit, cursor: cursor ?? undefined });
  },
});

/** Every key of the workspace with whose it is, newest first, those that ended too. `person` is null where they have left. */
export const listAllApiKeys = query({
  action: "apiKey.manageAll",
  input: z.object(paging),
  run: (tools, { limit, cursor }) => pageOf(tools, { limit, cursor: cursor ?? undefined }),
});

/** Ends a key of one's own, or for owners and admins anybody's, and with it the keys that were made through it. */
export const revokeApiKey = command({
  action: "apiKey.manage",
  input: z.object({ id: keyId }),

  async run({ apiKeys, actor, clock }, { id }) {
    const key = await apiKeys.find(id);
    const isTheirs = key?.userId === personOf(actor).id || may(actor, "apiKey.manageAll");
    if (!key || !isTheirs) notFound("API key", id);
    const ended = await apiKeys.revoke(id, clock());
    if (ended.length === 0) conflict("This key was revoked already");
    return { ended };
  },

  told: ({ ended }) => ended.map(keyRevoked),
});

/** What the audit log says of a key that ended. */
export function keyRevoked({ id, name, userId }: EndedApiKey): Told {
  return { action: "apiKey.revoked", input: { id, name, userId } };
}

async function pageOf(
  { apiKeys, members, clock }: Pick<Repositories, "apiKeys" | "members"> & { clock: () => Date },
  wanted: Parameters<Repositories["apiKeys"]["list"]>[0],
) {
  const { items, nextCursor } = await apiKeys.list(wanted);
  const people = await members.listPeople([...new Set(items.map(({ userId }) => userId))]);
  return {
    items: items.map((key) => ({
      ...shapeOf(key, clock()),
      person: people.find(({ id }) => id === key.userId) ?? null,
    })),
    nextCursor,
  };
}

function shapeOf({ scopes, ...key }: ApiKey, now: Date) {
  return {
    ...key,
    scopes: keyScopes.filter((scope) => scopes.includes(scope)),
    state: stateOf(key, now),
  };
}

/** Nobody hands on what they may not do themselves: neither a person beyond their role, nor a key beyond its scopes. */
function mustBeAllowed({ role, via }: Person, scopes: readonly KeyScope[]): void {
  const missing = scopes.find((scope) => !scopesOf(role).includes(scope));
  if (missing) forbidden(`keys with the scope “${missing}”`);
  const beyond = via.kind === "apiKey" && scopes.find((scope) => !via.scopes.includes(scope));
  if (beyond)
    throw new AppError("FORBIDDEN", `A key without the scope “${beyond}” cannot make one with it`, {
      hint: "Leave that scope out, or sign in and make the key in the settings.",
    });
}

function mayBeNever({ role, via }: Person): boolean {
  return via.kind === "session" && (role === "owner" || role === "admin");
}

function personOf(actor: Actor): Person {
  return actor.kind === "user" ? actor : forbidden("keys for background functions");
}
