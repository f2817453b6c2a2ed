import type { SourceKind } from "@besunny/api/browser/vocabulary";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

import { hasRight } from "../has-right";
import type { Connection, ProviderChoice } from "../source";

/** Returns the accounts of this person that have every right that a kind needs: they need no new consent. */
export function useFittingAccounts(
  kind: SourceKind,
  { provider, kinds }: ProviderChoice,
): readonly Connection[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.connections.list.queryOptions({}));
  const rights = kinds.find((each) => each.kind === kind)?.rights ?? [];
  const needed = rights.filter(({ isNeeded }) => isNeeded).map(({ scope }) => scope);

  return (data?.items ?? []).filter(
    (each) =>
      each.isMine &&
      each.provider === provider &&
      each.state !== "revoked" &&
      each.state !== "reconnect" &&
      needed.every((scope) => hasRight(each.scopes, scope)),
  );
}
