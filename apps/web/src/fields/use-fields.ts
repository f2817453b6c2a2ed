"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

/** A field that the workspace defined for its documents. */
export type CustomField = Outputs["fields"]["list"]["items"][number];

const none: readonly CustomField[] = [];

/** Returns the fields of the workspace that are not archived, in their order; none while they load. */
export function useFields(): readonly CustomField[] {
  const trpc = useTRPC();
  return useQuery(trpc.fields.list.queryOptions({}, { staleTime: 60_000 })).data?.items ?? none;
}
