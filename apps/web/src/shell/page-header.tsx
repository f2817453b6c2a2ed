"use client";

import { CommandKbd } from "@besunny/ui/display/command-kbd";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useShell } from "./shell-context";

/** The top line of a screen: its title, the way to everything, and its main actions. */
export function PageHeader({
  title,
  actions,
  isSearchHidden = false,
}: {
  title: ReactNode;
  actions?: ReactNode;
  /** True where the screen has a line of its own to search or ask. */
  isSearchHidden?: boolean;
}) {
  const t = useTranslations("shell");
  const { openCommandMenu } = useShell();

  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-n1 px-4">
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
