"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { reportFormats, reportRanges } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Select } from "@besunny/ui/fields/select";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import type { Report } from "../report";
import { type Choices, choicesOf, newChoices } from "./choices";
import { Preview } from "./preview";
import { RecipientFields } from "./recipient-fields";
import { TileFields } from "./tile-fields";
import { TimingFields } from "./timing-fields";

/** The figures, times and recipients of a report, beside a preview of its first page. */
export function ReportEditor({
  report,
  definitions,
  people,
}: {
  /** Null for a new one. */
  report: Report | null;
  definitions: Outputs["admin"]["metrics"]["list"]["items"];
  people: Outputs["admin"]["reports"]["recipients"]["items"];
}) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const router = useRouter();
  const [choices, setChoices] = useState<Choices>(() =>
    report ? choicesOf(report) : newChoices(Intl.DateTimeFormat().resolvedOptions().timeZone),
  );
  const set = (changed: Partial<Choices>) => setChoices({ ...choices, ...changed });
  const saved = {
    onSuccess: () => {
      toast.done(t("saved", { title: choices.title }));
      router.push("/reports");
      return cache.invalidateQueries({ queryKey: trpc.admin.reports.pathKey() });
    },
  };
  const create = useMutation(trpc.admin.reports.create.mutationOptions(saved));
  const change = useMutation(trpc.admin.reports.change.mutationOptions(saved));
  const problem = create.error ?? change.error;

  return (
    <form
      className="grid gap-x-10 gap-y-8 p-4 pb-10 lg:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (report) change.mutate({ id: report.id, version: report.version, choices });
        else create.mutate(choices);
      }}
    >
      <div className="flex min-w-0 max-w-2xl flex-col gap-6">
        <Field label={t("name")}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              value={choices.title}
              onChange={({ target }) => set({ title: target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-6">
          <Field label={t("range")}>
            {({ id }) => (
              <Select
                id={id}
                label={t("range")}
                value={choices.range}
                options={reportRanges.map((range) => ({
                  value: range,
                  label: t(`range_${range}`),
                }))}
                onChange={(value) => {
                  const range = reportRanges.find((each) => each === value);
                  if (range) set({ range });
                }}
              />
            )}
          </Field>
          <Field label={t("format")}>
            {() => (
              <SegmentedControl
                label={t("format")}
                value={choices.format}
                options={reportFormats.map((format) => ({
                  value: format,
                  label: t(`format_${format}`),
                }))}
                onChange={(value) => {
                  const format = reportFormats.find((each) => each === value);
                  if (format) set({ format });
                }}
              />
            )}
          </Field>
        </div>
        <Ticked
          label={t("compare")}
          checked={choices.compare === "before"}
          onChange={(isTicked) => set({ compare: isTicked ? "before" : "none" })}
        />
        <TileFields
          tiles={choices.tiles}
          definitions={definitions}
          onChange={(tiles) => set({ tiles })}
        />
        <TimingFields timing={choices} onChange={set} />
        <RecipientFields
          people={people}
          chosen={choices.recipientIds}
          onChange={(recipientIds) => set({ recipientIds })}
        />
        <Ticked
          label={t("skip")}
          checked={choices.skipsUnchanged}
          onChange={(skipsUnchanged) => set({ skipsUnchanged })}
        />
        {problem && (
          <p role="alert" className="text-bad text-sm">
            {[problemOf(problem).message, problemOf(problem).hint].filter(Boolean).join(" ")}
          </p>
        )}
        <div className="flex gap-2">
          <Button
            type="submit"
            variant="primary"
            loading={create.isPending || change.isPending}
            disabled={choices.title.trim() === "" || choices.recipientIds.length === 0}
          >
            {t("save")}
          </Button>
          <Button asChild variant="ghost">
            <Link href="/reports">{t("cancel")}</Link>
          </Button>
        </div>
      </div>
      <Preview choices={choices} />
    </form>
  );
}

function Ticked({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="flex items-center gap-2.5">
      <Checkbox
        id={id}
        label={label}
        checked={checked}
        onCheckedChange={(isTicked) => onChange(isTicked === true)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
