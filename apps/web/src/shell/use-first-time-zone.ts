"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";

/** Keeps the time zone of the browser for a person who has none yet. */
export function useFirstTimeZone(known: string | null): void {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.identity.changeTimeZone.mutationOptions());

  useEffect(() => {
    if (known === null) mutate({ timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone });
  }, [known, mutate]);
}
