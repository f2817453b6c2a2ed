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

function storedOf(grant: Grant): { kind: string; value: string } {
  if (grant.kind === "user") return { kind: "user", value: grant.address };
  if (grant.kind === "group") return { kind: "group", value: grant.ref };
  return { kind: grant.kind, value: grant.kind === "domain" ? grant.domain : "" };
}
