import { TooltipProvider } from "@besunny/ui/overlays/tooltip";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

import { ApiProvider } from "../trpc/client";

/** What screens need that call the server: procedures, addresses as state, tooltips. The sign-in has none of these, so that it opens quickly. */
export function AppProviders({ children }: { children: ReactNode }) {
  return (
    <NuqsAdapter>
      <ApiProvider>
        <TooltipProvider>{children}</TooltipProvider>
      </ApiProvider>
    </NuqsAdapter>
  );
}
