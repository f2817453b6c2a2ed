"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { HomeSection } from "~/home/home-section";

import { ShortAction } from "../actions/short-action";
import { useToday } from "../actions/use-today";

const shown = 6;

/** The open actions of the person, those that are overdue first. Nothing where there is none. */
export function MyActions() {
  const t = useTranslations("actions");
  const trpc = useTRPC();
  const today = useToday();
  const count = useQuery(
    trpc.actions.count.queryOptions(today ? { today } : {}, { enabled: today !== null }),
  ).data;
  const mine = useQuery(
    trpc.actions.list.queryOptions(
      { scope: "mine", states: ["open"], limit: shown, ...(today && { today }) },
      { enabled: today !== null },
    ),
  );
  const items = mine.data?.items ?? [];
  if (items.length === 0) return null;

  return (
    <HomeSection
      title={t("mine")}
      href="/actions"
      more={t("seeAll")}
      {...(count && { count: count.open })}
    >
      {items.map((action) => (
        <ShortAction key={action.id} action={action} />
      ))}
    </HomeSection>
  );
}
