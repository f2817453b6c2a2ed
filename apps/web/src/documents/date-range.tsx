"use client";

import { Input } from "@besunny/ui/input";
import { useTranslations } from "next-intl";

/** Two days, each may be left open. */
export function DateRange({
  from,
  to,
  onChange,
}: {
  from: Date | null;
  to: Date | null;
  onChange: (range: { from?: Date | null; to?: Date | null }) => unknown;
}) {
  const t = useTranslations("library");
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";
  const parsed = (value: string) => (value ? new Date(`${value}T00:00:00Z`) : null);

  return (
    <fieldset className="flex items-center gap-1.5">
      <legend className="sr-only">{t("added")}</legend>
      <Input
        type="date"
        aria-label={t("from")}
        value={day(from)}
        max={day(to)}
        onChange={(event) => void onChange({ from: parsed(event.currentTarget.value) })}
        className="w-36 text-n11"
      />
      <span aria-hidden className="text-n10">
        –
      </span>
      <Input
        type="date"
        aria-label={t("to")}
        value={day(to)}
        min={day(from)}
        onChange={(event) => void onChange({ to: parsed(event.currentTarget.value) })}
        className="w-36 text-n11"
      />
    </fieldset>
  );
}
