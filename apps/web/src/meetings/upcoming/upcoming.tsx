"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { HomeSection } from "~/home/home-section";

import { BriefCard } from "./brief-card";

/** The next meetings of the person with their briefs. Nothing where none is near. */
export function Upcoming({ limit, title }: { limit: number; title: "upcoming" | "next" }) {
  const t = useTranslations("briefs");
  const trpc = useTRPC();
  const briefs = useQuery(trpc.briefs.upcoming.queryOptions({ limit })).data?.items ?? [];
  if (briefs.length === 0) return null;

  return (
    <HomeSection title={t(title)}>
      {briefs.map((brief) => (
        <BriefCard key={`${brief.sourceId} ${brief.externalId}`} brief={brief} />
      ))}
    </HomeSection>
  );
}
