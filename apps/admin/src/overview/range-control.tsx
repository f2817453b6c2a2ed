"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Popover } from "@besunny/ui/overlays/popover";
import { CalendarRange } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type FormEvent, useState } from "react";

import { overviewParsers, ranges } from "./range";

/** The last days, or any days. A day or two are shown by the hour. */
export function RangeControl() {
  const t = useTranslations("overview");
  const format = useFormatter();
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [{ days, from, to }, setRange] = useQueryStates(overviewParsers, { history: "push" });
  const isCustom = from !== null && to !== null;
  const name = (day: Date) => format.dateTime(day, { dateStyle: "medium", timeZone: "UTC" });
  const isoDay = (day: Date | null) => day?.toISOString().slice(0, 10);

  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [first, last] = ["from", "to"].map((key) => new Date(`${given.get(key)}T00:00:00Z`));
    if (!first || !last || !(first <= last)) return setProblem(t("rangeProblem"));
    setProblem(undefined);
    setIsOpen(false);
    void setRange({ from: first, to: last });
  }

  return (
    <>
      <SegmentedControl
        label={t("range")}
        value={isCustom ? "" : String(days)}
        options={ranges.map((range) => ({
          value: String(range),
          label: t("days", { days: range }),
        }))}
        onChange={(next) => {
          const range = ranges.find((each) => String(each) === next);
          void setRange({ days: range ?? 7, from: null, to: null });
        }}
      />
      <Popover
        label={t("customRange")}
        align="end"
        open={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <Button variant={isCustom ? "secondary" : "ghost"} icon={<CalendarRange />}>
            {isCustom ? t("fromTo", { from: name(from), to: name(to) }) : t("customRange")}
          </Button>
        }
      >
        <form onSubmit={choose} className="flex w-64 flex-col gap-3">
          <Field label={t("firstDay")} error={problem}>
            {(control) => (
              <Input {...control} type="date" name="from" required defaultValue={isoDay(from)} />
            )}
          </Field>
          <Field label={t("lastDay")}>
            {(control) => (
              <Input {...control} type="date" name="to" required defaultValue={isoDay(to)} />
            )}
          </Field>
          <Button type="submit" variant="primary">
            {t("apply")}
          </Button>
        </form>
      </Popover>
    </>
  );
}
