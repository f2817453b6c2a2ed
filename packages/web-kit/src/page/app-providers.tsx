import { TooltipProvider } from "@besunny/ui/overlays/tooltip";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

import { ProofDialog } from "../security/proof-dialog";
import { ApiProvider } from "../trpc/client";

/** Provides the procedures of the server, addresses as state, and tooltips to screens. The sign-in has none of these, so that it opens quickly. */
export function AppProviders({ children }: { children: ReactNode }) {
  return (
    <NuqsAdapter>
      <ApiProvider>
        <TooltipProvider>{children}</TooltipProvider>
        <ProofDialog />
      </ApiProvider>
    </NuqsAdapter>
  );
}
