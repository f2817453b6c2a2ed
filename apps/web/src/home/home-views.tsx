"use client";

import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useIsHydrated } from "~/shell/use-is-hydrated";
import { viewHref } from "~/views/view";

import { HomeSection } from "./home-section";

/** The views that the person pinned, with the number of documents that are new in them. */
export function HomeViews() {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const views = useQuery(trpc.views.list.queryOptions({})).data?.items ?? [];
  const pinned = views.filter(({ isPinned }) => isPinned).slice(0, 6);
  if (!useIsHydrated() || pinned.length === 0) return null;

  return (
    <HomeSection title={t("views")}>
      {pinned.map((view) => (
        <li
          key={view.id}
          className="relative flex min-h-9 items-center gap-3 border-n5 border-b px-4 py-1.5 hover:bg-n3"
        >
          <Link
            href={viewHref(view)}
            className="min-w-0 flex-1 truncate before:absolute before:inset-0"
          >
            <bdi>{view.name}</bdi>
          </Link>
          {(view.newCount ?? 0) > 0 && (
            <span className="shrink-0 text-accent-strong text-xs tabular-nums">
              {t("newInView", { count: view.newCount ?? 0 })}
            </span>
          )}
        </li>
      ))}
    </HomeSection>
  );
}
