"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";

/** The tray when all of its files ended well: a line that opens it again. */
export function TrayPill({
  total,
  onUnfold,
  onClear,
}: {
  total: number;
  onUnfold: () => void;
  onClear: () => void;
}) {
  const t = useTranslations("tray");

  return (
    <section
      aria-label={t("title")}
      className="fixed right-3 bottom-16 z-30 flex h-8 animate-fade items-center rounded-full border border-n6 bg-raised pr-0.5 shadow-raised md:right-4 md:bottom-4"
    >
      <button
        type="button"
        aria-expanded={false}
        onClick={onUnfold}
        className="flex h-full items-center gap-1.5 rounded-full pr-1 pl-2.5 text-sm tabular-nums"
      >
        <CircleCheck aria-hidden className="size-4 text-good" />
        {t("allDone", { total })}
      </button>
      <IconButton
        label={t("clear")}
        icon={<X />}
        onClick={onClear}
        className="size-7 rounded-full"
      />
    </section>
  );
}
