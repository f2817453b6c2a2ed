"use client";

import { CommandKbd } from "@besunny/ui/display/command-kbd";
import { Link } from "@besunny/web-kit/link";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useShell } from "./shell-context";

/** The top line of a screen: its title, the way to everything, and its main actions. */
export function PageHeader({
  title,
  trail = [],
  actions,
  isSearchHidden = false,
}: {
  title: ReactNode;
  /** The screens above this one, the highest first. */
  trail?: readonly { href: string; name: string }[];
  actions?: ReactNode;
  /** True where the screen has a line of its own to search or ask. */
  isSearchHidden?: boolean;
}) {
  const t = useTranslations("shell");
  const { openCommandMenu } = useShell();

  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-n1 px-4">
      {trail.length > 0 && (
        <nav aria-label={t("trail")} className="hidden shrink-0 sm:block">
          <ol className="flex gap-2 text-n11 text-lg">
            {trail.map(({ href, name }) => (
              <li key={href} className="flex gap-2">
                <Link href={href} className="rounded-sm transition-colors hover:text-n12">
                  {name}
                </Link>
                <span aria-hidden className="text-n8">
                  /
                </span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1 className="min-w-0 flex-1 truncate font-semibold text-lg">{title}</h1>
      <button
        type="button"
        onClick={() => openCommandMenu()}
        className={`hidden h-8 w-60 items-center gap-2 rounded-md border border-n7 px-2.5 text-n11 transition-colors hover:bg-n3 ${isSearchHidden ? "" : "lg:flex"}`}
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">{t("searchOrAsk")}</span>
        <CommandKbd>K</CommandKbd>
      </button>
      {actions}
    </header>
  );
}
