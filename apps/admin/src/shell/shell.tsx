"use client";

import { classNames } from "@besunny/ui/class-names";
import { Toaster } from "@besunny/ui/feedback/toast";
import { SunMark } from "@besunny/web-kit/page/sun-mark";
import {
  Activity,
  CalendarClock,
  Component,
  FileText,
  LayoutDashboard,
  ScrollText,
  SearchCheck,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { UserMenu } from "./user-menu";

const rooms = [
  { name: "overview", href: "/", icon: LayoutDashboard },
  { name: "documents", href: "/documents", icon: FileText },
  { name: "search", href: "/search", icon: SearchCheck },
  { name: "operations", href: "/operations", icon: Activity },
  { name: "schedules", href: "/schedules", icon: CalendarClock },
  { name: "audit", href: "/audit", icon: ScrollText },
  { name: "kit", href: "/kit", icon: Component },
] as const;

/** The frame of the admin app: a sidebar, or a bottom bar where it is narrow. */
export function Shell({
  user,
  children,
}: {
  user: { name: string; email: string };
  children: ReactNode;
}) {
  const t = useTranslations("shell");
  const path = usePathname();

  return (
    <div className="flex min-h-dvh">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 font-medium text-accent-ink focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <div className="fixed inset-x-0 bottom-0 z-30 border-t bg-n2 pb-[env(safe-area-inset-bottom)] md:sticky md:top-0 md:h-dvh md:w-52 md:shrink-0 md:border-t-0 md:border-r md:p-2">
        <nav aria-label={t("navigation")} className="flex md:flex-col md:gap-0.5">
          <p className="mb-2 hidden h-10 items-center gap-2.5 px-2 font-semibold md:flex">
            <SunMark />
            BeSunny
          </p>
          {rooms.map((room) => (
            <Link
              key={room.name}
              href={room.href}
              aria-current={isIn(room.href, path) ? "page" : undefined}
              className={classNames(
                "flex h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-n11 text-xs transition-colors -outline-offset-2 hover:text-n12 md:h-8 md:flex-none md:flex-row md:justify-start md:gap-2.5 md:px-2.5 md:text-base md:hover:bg-n4",
                isIn(room.href, path) && "font-medium text-n12 md:bg-n5",
                // For who builds BeSunny, not for who looks after it on the way.
                room.name === "kit" && "max-md:hidden",
              )}
            >
              <room.icon aria-hidden className="size-5 md:size-4" />
              {t(room.name)}
            </Link>
          ))}
          <UserMenu user={user} />
        </nav>
      </div>
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 pb-16 outline-none md:pb-0">
        {children}
      </main>
      <Toaster label={t("notices")} />
    </div>
  );
}

function isIn(href: string, path: string): boolean {
  return href === path || (href !== "/" && path.startsWith(`${href}/`));
}
