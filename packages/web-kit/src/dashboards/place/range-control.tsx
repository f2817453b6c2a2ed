"use client";

import { type RangePreset, rangePresets } from "@besunny/api/browser/dashboards";
import { comparisons } from "@besunny/api/browser/figures";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Select } from "@besunny/ui/fields/select";
import { Popover } from "@besunny/ui/overlays/popover";
import { CalendarRange } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { type DashboardPlace, isZone } from "./use-dashboard-place";

/** The range of a dashboard: the last days or any days, its time zone, and what it is compared with. */
export function RangeControl({ place }: { place: DashboardPlace }) {
  const t = useTranslations("dashboards");
  const format = useFormatter();
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<{ days?: string; zone?: string }>({});
  const { preset, days, compare, around, setPlace } = place;
  const day = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [first, last, zone] = ["from", "to", "zone"].map((name) => String(given.get(name) ?? ""));
    if (!zone || !isZone(zone)) return setProblem({ zone: t("zoneProblem") });
    if (Boolean(first) !== Boolean(last) || (first && last && first > last))
      return setProblem({ days: t("daysProblem") });
    setProblem({});
    setIsOpen(false);
    void setPlace({
      zone: zone === around.timeZone ? place.place.zone : zone,
      ...(first && last
        ? { from: new Date(`${first}T00:00:00Z`), to: new Date(`${last}T00:00:00Z`) }
        : {}),
    });
  }

  return (
    <>
      <SegmentedControl
        label={t("range")}
        value={preset ?? ""}
        options={rangePresets.map((value) => ({ value, label: t(`range_${value}`) }))}
        onChange={(next) =>
          void setPlace({
            range: rangePresets.find((each): each is RangePreset => each === next) ?? null,
            from: null,
            to: null,
          })
        }
      />
      <Popover
        label={t("rangeMore")}
        align="end"
        open={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <Button variant={days ? "secondary" : "ghost"} icon={<CalendarRange aria-hidden />}>
            {days ? t("fromTo", { from: day(days.first), to: day(days.last) }) : t("rangeMore")}
          </Button>
        }
      >
        <form noValidate onSubmit={apply} className="flex w-72 flex-col gap-3">
          <div className="grid grid-cols-2 gap-2">
            <Field label={t("firstDay")} error={problem.days}>
              {(control) => (
                <Input {...control} type="date" name="from" defaultValue={days?.first} />
              )}
            </Field>
            <Field label={t("lastDay")}>
              {(control) => <Input {...control} type="date" name="to" defaultValue={days?.last} />}
            </Field>
          </div>
          <Field label={t("zone")} error={problem.zone} hint={t("zoneHint")}>
            {(control) => (
              <>
                <Input
                  {...control}
                  name="zone"
                  list="time-zones"
                  defaultValue={around.timeZone}
                  autoComplete="off"
                />
                <datalist id="time-zones">
                  {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
                    <option key={zone} value={zone} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
          <Button type="submit" variant="primary">
            {t("apply")}
          </Button>
          <div className="flex flex-col gap-1.5 border-n6 border-t pt-3">
            <span className="font-medium text-sm">{t("compare")}</span>
            <Select
              label={t("compare")}
              value={compare}
              options={comparisons.map((value) => ({ value, label: t(`compare_${value}`) }))}
              onChange={(next) =>
                void setPlace({ compare: comparisons.find((each) => each === next) ?? null })
              }
            />
          </div>
        </form>
      </Popover>
    </>
  );
}
