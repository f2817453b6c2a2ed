"use client";

import { MOST_CALLS } from "@besunny/api/client/most-calls";
import type { AppRouter } from "@besunny/api/client/router";
import { stepUpLink } from "@besunny/api/client/step-up-link";
import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";

import { askForProof } from "../security/ask-for-proof";
import { createQueryClient } from "./query-client";

const context = createTRPCContext<AppRouter>();

/** Every procedure, typed: `trpc.documents.list.queryOptions(...)`. */
export const useTRPC = context.useTRPC;

/** The client itself, for calls outside of the cache. */
export const useTRPCClient = context.useTRPCClient;

/** Longer addresses are refused by some servers between the browser and us. */
const ADDRESS_LENGTH = 2000;

/** Tells whether a question is too long for an address, as those of a dashboard are. It is then sent in a body. */
function isLong(input: unknown): boolean {
  return encodeURIComponent(JSON.stringify(input) ?? "").length > ADDRESS_LENGTH / 2;
}

const ofCalls = {
  url: "/api/trpc",
  transformer: superjson,
  maxItems: MOST_CALLS,
  // The language of the page may be another than the browser's.
  headers: () => ({ "accept-language": document.documentElement.lang }),
};

/** Provides the procedures and the cache of this tab to the components below. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        stepUpLink(askForProof),
        splitLink({
          condition: (operation) => operation.type === "subscription",
          true: httpSubscriptionLink({ url: "/api/trpc", transformer: superjson }),
          false: splitLink({
            condition: ({ type, input }) => type === "query" && isLong(input),
            true: httpBatchLink({ ...ofCalls, methodOverride: "POST" }),
            false: httpBatchLink({ ...ofCalls, maxURLLength: ADDRESS_LENGTH }),
          }),
        }),
      ],
    }),
  );

  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}
