import { randomBytes } from "node:crypto";

import { z } from "zod";

import { type KeyScope, keyScopes } from "../access/actions";
import type { Person } from "../access/actor";
import { personOf } from "../access/person-of";
import { scopesOf } from "../access/policy";
import { AppError, forbidden } from "../errors";
import { moment } from "../moment";
import { command } from "../operation/command";
import { tokenHash } from "../token-hash";
import { apiKeyOf, expiryOf } from "./api-key";
import { NewApiKey, scopesIn } from "./contract";

/**
 * Creates an API key. Returns the key itself only once; only its hash is stored. The key may do what its owner may do on the day of use,
 * within its scopes. Without `expiresAt` it lasts 90 days. With null it never ends, which only owners and admins may ask for.
 */
export const createApiKey = command("keys.create-api-key", {
  title: "Make an API key",
  permission: "apiKey.create",
  input: z.object({
    name: z.string().trim().min(1, "Say what the key is for").max(80),
    scopes: z
      .array(z.enum(keyScopes))
      .min(1, "Choose at least one thing that the key may do")
      .max(keyScopes.length)
      .default(["read", "write"]),
    expiresAt: moment.nullish(),
  }),
  output: NewApiKey,
  doors: ["web", "rest"],
  stepUp: true,

  async handle({ apiKeys, actor, clock, changed }, { name, scopes, expiresAt: wished }) {
    const person = personOf(actor);
    mustBeAllowed(person, scopes);
    const key = `bsk_${randomBytes(24).toString("base64url")}`;
    const expiresAt = expiryOf({ wished, now: clock(), mayBeNever: mayBeNever(person) });
    const stored = await apiKeys.create({
      userId: person.id,
      name,
      prefix: key.slice(0, 10),
      keyHash: tokenHash(key),
      scopes: scopesIn(scopes),
      expiresAt,
      madeWithId: person.via.kind === "apiKey" ? person.via.id : null,
    });
    if (!stored) forbidden("making keys any more");
    changed({ subject: stored.id, before: {}, after: { name, scopes: stored.scopes, expiresAt } });
    return { ...apiKeyOf(stored, clock()), key };
  },
});

/** Throws `FORBIDDEN` for a scope beyond the role of the person or, for a call with a key, beyond the scopes of that key. */
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
