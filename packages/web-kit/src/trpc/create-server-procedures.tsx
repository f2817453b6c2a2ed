import "server-only";

import type { AppRouter } from "@besunny/api/client/router";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache, type ReactNode } from "react";
import superjson from "superjson";

import { createQueryClient } from "./query-client";

/**
 * Makes what server components of an app call: the same procedures as in the browser, through the same handler, inside the process.
 * Returns the procedures, the cache of the request, and the component that hands the cache to the browser.
 */
export function createServerProcedures(
  app: "web" | "admin",
  answer: (request: Request) => Promise<Response>,
) {
  const getQueryClient = cache(createQueryClient);
  const trpc = createTRPCOptionsProxy<AppRouter>({
    queryClient: getQueryClient,
    client: createTRPCClient({
      links: [
        httpBatchLink({
          url: `http://${app}.internal/api/trpc`,
          transformer: superjson,
          headers: async () => ({
            ...passedOn(await headers()),
            "accept-language": await getLocale(),
          }),
          fetch: (url, init) => answer(asRequest(url, init)),
        }),
      ],
    }),
  });

  function Hydrate({ children }: { children: ReactNode }) {
    return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
  }

  return { getQueryClient, Hydrate, trpc };
}

const passed = ["cookie", "user-agent", "x-besunny-peer", "x-forwarded-for", "x-trace-id"];

/** Returns the headers of the page's request that the API may see. */
function passedOn(asked: Headers): Record<string, string> {
  return Object.fromEntries([...asked].filter(([name]) => passed.includes(name)));
}

function asRequest(url: URL | RequestInfo, init: Parameters<typeof fetch>[1] | object | undefined) {
  return new Request(url, init);
}
