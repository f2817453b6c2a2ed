"use client";

import { classNames } from "@besunny/ui/class-names";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

const everyMs = 60_000;

/** The way to the inbox, with the number of unread notices. */
export function InboxLink({ isTall = false }: { isTall?: boolean }) {
  const t = useTranslations("inbox");
  const trpc = useTRPC();
  const isHere = usePathname() === "/inbox";
  const { data } = useQuery(
    trpc.notices.list.queryOptions({}, { refetchInterval: everyMs, refetchOnWindowFocus: true }),
  );
  const unread = data?.unread ?? 0;

  return (
    <Link
      href="/inbox"
      aria-current={isHere ? "page" : undefined}
      className={classNames(
        "flex items-center gap-2.5 rounded-md px-2.5 text-n11 transition-colors hover:bg-n4 hover:text-n12",
        isTall ? "h-11 gap-3" : "h-8",
        isHere && "bg-n5 font-medium text-n12 hover:bg-n5",
      )}
    >
      <Inbox aria-hidden className={isTall ? "size-5" : "size-4"} />
      <span className="flex-1">{t("title")}</span>
      {unread > 0 && (
        <span className="rounded-sm bg-accent-soft px-1.5 font-medium text-accent-strong text-xs tabular-nums">
          {unread}
          <span className="sr-only"> {t("unread")}</span>
        </span>
      )}
    </Link>
  );
}
