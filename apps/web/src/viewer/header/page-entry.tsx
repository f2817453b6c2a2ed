"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Input } from "@besunny/ui/fields/input";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

/** The number of the page being read, which can be typed, and the way to the pages beside it. Nothing for a single page. */
export function PageEntry({
  page,
  count,
  onTurn,
  onGo,
}: {
  page: number;
  count: number;
  onTurn: (step: 1 | -1) => void;
  onGo: (page: number) => void;
}) {
  const t = useTranslations("viewer");
  if (count <= 1) return null;

  function enter(value: string) {
    const wanted = Number.parseInt(value, 10);
    if (wanted >= 1) onGo(Math.min(wanted, count));
  }

  return (
    <span className="hidden items-center sm:flex">
      <IconButton
        label={t("previousPage")}
        shortcut="←"
        icon={<ChevronLeft />}
        disabled={page <= 1}
        onClick={() => onTurn(-1)}
      />
      <Input
        key={page}
        aria-label={t("goToPage")}
        inputMode="numeric"
        defaultValue={page}
        className="h-7 w-11 px-1 text-right text-sm tabular-nums"
        onFocus={({ currentTarget }) => currentTarget.select()}
        onKeyDown={(event) => {
          if (event.key === "Enter") enter(event.currentTarget.value);
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        onBlur={({ currentTarget }) => {
          currentTarget.value = String(page);
        }}
      />
      <span className="px-1.5 text-n11 text-sm tabular-nums" aria-live="polite">
        <span className="sr-only">{t("pageOf", { page, count })}</span>
        <span aria-hidden>{t("ofCount", { count })}</span>
      </span>
      <IconButton
        label={t("nextPage")}
        shortcut="→"
        icon={<ChevronRight />}
        disabled={page >= count}
        onClick={() => onTurn(1)}
      />
    </span>
  );
}
