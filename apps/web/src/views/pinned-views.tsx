"use client";

import { classNames } from "@besunny/ui/class-names";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";

import { viewHref } from "./view";

/** The views that a person pinned, each with the number of its new documents. */
export function PinnedViews({ isTall = false }: { isTall?: boolean }) {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const open = useSearchParams().get("view");
  const views = useQuery(
    trpc.views.list.queryOptions({}, { refetchInterval: 60_000, refetchOnWindowFocus: true }),
  ).data?.items;
  const pinned = views?.filter(({ isPinned }) => isPinned) ?? [];
  if (pinned.length === 0) return null;

  return (
    <nav aria-label={t("title")} className="mt-3 flex min-h-0 flex-col gap-0.5 overflow-y-auto">
      <h2 className="px-2.5 pb-1 font-medium text-n11 text-xs">{t("title")}</h2>
      {pinned.map((view) => (
        <Link
          key={view.id}
          href={viewHref(view)}
          aria-current={view.id === open ? "page" : undefined}
          className={classNames(
            "flex shrink-0 items-center gap-2.5 rounded-md px-2.5 text-n11 transition-colors hover:bg-n4 hover:text-n12",
            isTall ? "h-11" : "h-8",
            view.id === open && "bg-n5 font-medium text-n12 hover:bg-n5",
          )}
        >
          <Bookmark aria-hidden className="size-4 shrink-0" />
          <bdi className="min-w-0 flex-1 truncate">{view.name}</bdi>
          {(view.newCount ?? 0) > 0 && (
            <span
              title={t("newCount", { count: view.newCount ?? 0 })}
              className="rounded-sm bg-accent-soft px-1.5 font-medium text-accent-strong text-xs tabular-nums"
            >
              {view.newCount}
              <span className="sr-only"> {t("new")}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
