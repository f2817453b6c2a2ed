import "server-only";

import type { AppRouter } from "@besunny/api/client/router";
import { createQueryClient } from "@besunny/web-kit/trpc/query-client";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { cache, type ReactNode } from "react";
import superjson from "superjson";
import { handlers } from "~/runtime";

/** The cache of this request. */
export const getQueryClient = cache(createQueryClient);

/** The same procedures as in the browser, through the same door, without leaving the process. */
export const trpc = createTRPCOptionsProxy<AppRouter>({
  queryClient: getQueryClient,
  client: createTRPCClient({
    links: [
      httpBatchLink({
        url: "http://web.internal/api/trpc",
        transformer: superjson,
        headers: async () => passedOn(await headers()),
        fetch: (url, init) => handlers.trpc(asRequest(url, init)),
      }),
    ],
  }),
});

/** Hands what was fetched here to the components below. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}

const passed = ["cookie", "user-agent", "x-besunny-peer", "x-forwarded-for", "x-trace-id"];

/** What the API may know of the request that is being answered. */
function passedOn(asked: Headers): Record<string, string> {
  return Object.fromEntries([...asked].filter(([name]) => passed.includes(name)));
}

function asRequest(url: URL | RequestInfo, init: Parameters<typeof fetch>[1] | object | undefined) {
  return new Request(url, init);
}
