import { connectionStates, providers, sourceKinds } from "@besunny/connectors/sources/source-words";
import type { StoredConnection } from "@besunny/db/sources/connections";
import { z } from "zod";
import { oneOf } from "../../one-of";

import { count, idIn, instant } from "../../shapes";
import { connectionKinds } from "./connection-words";

/** A right that BeSunny asks for. Rights are to read alone. */
export const Right = z.object({ scope: z.string(), words: z.string(), isNeeded: z.boolean() });

/** A provider, and whether people can connect an account there. */
export const ProviderChoice = z.object({
  provider: z.enum(providers),
  isSetUp: z.boolean(),
  hasPractice: z.boolean(),
  /** The variables that an operator must set. */
  missing: z.array(z.string()),
  /** A mailbox is connected by host and password, all others by the consent of the person. */
  by: z.enum(["consent", "password"]),
  kinds: z.array(z.object({ kind: z.enum(sourceKinds), rights: z.array(Right) })),
});

export const ConnectionError = z.object({ at: instant, kind: z.string(), message: z.string() });

/** A connected account as people see it. Tokens are in no output. */
export const Connection = z.object({
  id: idIn("con"),
  provider: z.enum(providers),
  kind: z.enum(connectionKinds),
  isPractice: z.boolean(),
  address: z.string(),
  isAddressProven: z.boolean(),
  tenant: z.string().nullable(),
  owner: z.object({ id: idIn("usr"), name: z.string() }),
  isMine: z.boolean(),
  /** The rights that were given, by their scopes. */
  scopes: z.array(z.string()),
  /** Host, port and user of a mailbox. */
  settings: z.record(z.string(), z.string()),
  state: z.enum(connectionStates),
  stateReason: z.string().nullable(),
  blockedUntil: instant.nullable(),
  consentedAt: instant,
  createdAt: instant,
  lastOkAt: instant.nullable(),
  nextLookAt: instant.nullable(),
  sources: count,
  /** The last ten failures, the newest first. */
  errors: z.array(ConnectionError),
  /** False: the provider has no way to take the right back from here, and the person does it there. */
  canRevoke: z.boolean(),
});
export type Connection = z.infer<typeof Connection>;

const revocable = ["google", "dropbox"];

/** Returns a connection as this person sees it. */
export function connectionOf(
  stored: StoredConnection,
  {
    userId,
    sources,
  }: { userId: string | null; sources: readonly { dueAt: Date; state: string }[] },
): Connection {
  const { accountAddress, ownerId, owner, settings, lastErrors, state, blockedUntil, ...rest } =
    stored;
  const due = sources
    .filter((source) => source.state === "live" || source.state === "listing")
    .map(({ dueAt }) => dueAt.getTime());
  return {
    ...rest,
    provider: oneOf(providers, stored.provider),
    kind: oneOf(connectionKinds, stored.kind),
    state: oneOf(connectionStates, state),
    blockedUntil,
    address: accountAddress,
    owner: { id: ownerId, name: owner.name },
    isMine: ownerId === userId,
    settings: z.record(z.string(), z.string()).parse(settings),
    nextLookAt: due.length > 0 ? new Date(Math.min(...due)) : null,
    sources: sources.length,
    errors: errorsOf(lastErrors),
    canRevoke: revocable.includes(stored.provider),
  };
}

const KeptError = z.object({ at: z.coerce.date(), kind: z.string(), message: z.string() });

function errorsOf(stored: unknown): z.infer<typeof ConnectionError>[] {
  return z.array(KeptError).parse(stored);
}
