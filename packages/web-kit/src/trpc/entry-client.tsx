import type { AppRouter } from "@besunny/api/client/router";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";

/** Returns a client for pages of people who are not signed in, which have no cache. */
export function entryClient() {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: "/api/trpc", transformer: superjson })],
  });
}
