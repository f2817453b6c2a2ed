"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { ThreadList } from "./thread-list";

/** The Ask screens with the list of conversations beside them; on narrower screens the list is a sheet. */
export function AskFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("ask");
  return (
    <div className="flex">
      <aside
        aria-label={t("threads")}
        className="sticky top-0 hidden h-dvh w-60 shrink-0 flex-col border-r xl:flex"
      >
        <ThreadList />
      </aside>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
