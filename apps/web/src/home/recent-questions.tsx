"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { HomeSection } from "./home-section";

/** The conversations that the person had last. */
export function RecentQuestions() {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const threads = useQuery(trpc.conversations.list.queryOptions({ limit: 5 })).data?.items ?? [];
  if (threads.length === 0) return null;

  return (
    <HomeSection title={t("questions")} href="/ask" more={t("askMore")}>
      {threads.map(({ id, title, updatedAt }) => (
        <li
          key={id}
          className="relative flex min-h-9 items-center gap-3 border-n5 border-b px-4 py-1.5 hover:bg-n3"
        >
          <Link
            href={`/ask/${id}`}
            className="min-w-0 flex-1 truncate before:absolute before:inset-0"
          >
            {title ?? t("questionHidden")}
          </Link>
          <span className="shrink-0 text-n11 text-xs">
            <RelativeTime at={updatedAt} />
          </span>
        </li>
      ))}
    </HomeSection>
  );
}
