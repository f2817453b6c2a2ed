"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

export type Release = Outputs["releases"]["list"]["items"][number];

/** Reads the releases. `nameOf` names one by its number; a release that is not among them keeps its id. */
export function useReleases() {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const releases = useQuery(trpc.releases.list.queryOptions({}));
  const items = releases.data?.items ?? [];
  const changes = releases.data?.changes ?? [];
  return {
    releases,
    items,
    changes,
    champion: items.find(({ roles }) => roles.includes("champion")) ?? null,
    nameOf(id: string): string {
      const found = items.find((each) => each.id === id);
      return found ? t("release", { number: found.number }) : id;
    },
    hasDecided: (id: string) =>
      changes.some(({ releaseId, beforeId }) => releaseId === id || beforeId === id),
  };
}
