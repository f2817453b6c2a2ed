"use client";

import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { NumberInput } from "./number-input";

const MOST_HOURS = 8_760;

/** A time in hours or in days; the value is hours. */
export function HoursField({
  value,
  onChange,
}: {
  value: number;
  onChange: (hours: number) => void;
}) {
  const t = useTranslations("automations");
  const [unit, setUnit] = useState<"hours" | "days">(value % 24 === 0 ? "days" : "hours");
  const size = unit === "days" ? 24 : 1;
  const bounded = (hours: number) => Math.min(MOST_HOURS, Math.max(1, Math.round(hours)));

  return (
    <span className="inline-flex items-center gap-2">
      <NumberInput
        aria-label={t("howLong")}
        value={value / size}
        onChange={(count) => count !== null && count > 0 && onChange(bounded(count * size))}
        className="w-20"
      />
      <Select
        label={t("unit")}
        value={unit}
        options={(["hours", "days"] as const).map((each) => ({
          value: each,
          label: t(`unit_${each}`),
        }))}
        onChange={(next) => {
          const to = next === "days" ? "days" : "hours";
          setUnit(to);
          onChange(bounded((value / size) * (to === "days" ? 24 : 1)));
        }}
      />
    </span>
  );
}
