import type { Grant } from "@besunny/connectors/sources/source";

import type { CommandTools } from "../../operation/command";

type Shared = {
  grantsKey?: string | null | undefined;
  grants?: readonly Grant[] | null | undefined;
};

/** Keeps the sharings that a listing carries, each once. */
export async function keepGrants(
  { sourcePeople }: Pick<CommandTools, "sourcePeople">,
  connectionId: string,
  items: readonly Shared[],
): Promise<void> {
  const sets = new Map<string, readonly Grant[]>();
  for (const { grantsKey, grants } of items) if (grantsKey && grants) sets.set(grantsKey, grants);
  if (sets.size === 0) return;
  await sourcePeople.putGrants(
    connectionId,
    [...sets].map(([grantsKey, grants]) => ({ grantsKey, grants: grants.map(storedOf) })),
  );
}

/** Forgets the sharings of changed items that come without grants: what changed may be just these. */
export async function forgetOldGrants(
  { sourcePeople }: Pick<CommandTools, "sourcePeople">,
  connectionId: string,
  items: readonly Shared[],
): Promise<void> {
  const keys = items.flatMap(({ grantsKey, grants }) => (grantsKey && !grants ? grantsKey : []));
  await sourcePeople.forgetGrants(connectionId, [...new Set(keys)]);
}

/** Returns a part of a sharing as it is kept. */
export function storedOf(grant: Grant): { kind: string; value: string } {
  if (grant.kind === "user") return { kind: "user", value: grant.address };
  if (grant.kind === "group") return { kind: "group", value: grant.ref };
  return { kind: grant.kind, value: grant.kind === "domain" ? grant.domain : "" };
}
