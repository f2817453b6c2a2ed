import { useQuery, useQueryClient } from "@tanstack/react-query";

import { useTRPC } from "../trpc/client";

/** Returns how the person signs in, and a function that reads it again. */
export function useSecurity() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const security = useQuery(trpc.security.get.queryOptions());
  const refresh = () => queryClient.invalidateQueries(trpc.security.get.queryFilter());
  return { security, refresh };
}

export type Security = NonNullable<ReturnType<typeof useSecurity>["security"]["data"]>;
