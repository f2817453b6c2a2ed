"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";

/** Remembers that this person opened the document, for "not opened by me". */
export function useMarkOpened(id: string, isShown: boolean): void {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.documents.markOpened.mutationOptions());
  useEffect(() => {
    if (isShown) mutate({ id });
  }, [id, isShown, mutate]);
}
