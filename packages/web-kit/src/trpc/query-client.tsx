import { QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import superjson from "superjson";

/** One per request on the server, one per tab in the browser; what the server fetched is fresh for a while. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (count, error) => count < 2 && !isRefusal(error) },
      dehydrate: { serializeData: superjson.serialize },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}

/** Asking again changes nothing when the server understood and said no. */
function isRefusal(error: unknown): boolean {
  return error instanceof TRPCClientError && (error.data?.httpStatus ?? 500) < 500;
}
