"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Popover } from "@besunny/ui/overlays/popover";
import { ChevronDown } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

type Range = { from: Date | null; to: Date | null };

/** Two days between which a document came in; each may be left open. */
export function DateRange({
  from,
  to,
  onChange,
}: Range & { onChange: (range: Partial<Range>) => unknown }) {
  const t = useTranslations("library");
  const format = useFormatter();
  const short = (date: Date) => format.dateTime(date, { dateStyle: "medium", timeZone: "UTC" });
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";
  const parsed = (value: string) => (value ? new Date(`${value}T00:00:00Z`) : null);

  return (
    <Popover
      label={t("added")}
      className="flex w-64 flex-col gap-3"
      trigger={
        <Button className={from || to ? "border-focus bg-accent-soft" : ""}>
          {from && to && `${short(from)} – ${short(to)}`}
          {from && !to && t("sinceDay", { day: short(from) })}
          {!from && to && t("untilDay", { day: short(to) })}
          {!from && !to && t("added")}
          <ChevronDown aria-hidden className="text-n10" />
        </Button>
      }
    >
      <Field label={t("from")}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={day(from)}
            max={day(to)}
            onChange={(event) => void onChange({ from: parsed(event.currentTarget.value) })}
          />
        )}
      </Field>
      <Field label={t("to")}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={day(to)}
            min={day(from)}
            onChange={(event) => void onChange({ to: parsed(event.currentTarget.value) })}
          />
        )}
      </Field>
    </Popover>
  );
}
