"use client";

import {
  type ReportFormat,
  type ReportRange,
  reportFormats,
  reportRanges,
} from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useShell } from "~/shell/shell-context";

const times = { daily: "0 7 * * *", weekly: "0 7 * * 1", monthly: "0 7 1 * *" } as const;
const atFirst = ["documents.received", "documents.ready", "documents.failed"];
const mostFigures = 12;

type Time = keyof typeof times;

/** Makes a report on this workspace for its owners and admins. Days begin by the clocks of the person who makes it. */
export function NewReport({ onClose }: { onClose: () => void }) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const formId = useId();
  const { session } = useShell();
  const metrics = useQuery(trpc.metrics.list.queryOptions({}));
  const members = useQuery(trpc.members.list.queryOptions({}));
  const readers = (members.data?.items ?? []).filter(
    ({ role }) => role === "owner" || role === "admin",
  );
  const changed = useToldChange(trpc.reports.pathKey());
  const [title, setTitle] = useState("");
  const [time, setTime] = useState<Time>("weekly");
  const [range, setRange] = useState<ReportRange>("lastWeek");
  const [format, setFormat] = useState<ReportFormat>("pdf");
  const [figures, setFigures] = useState<readonly string[]>(atFirst);
  const [people, setPeople] = useState<readonly string[]>([session.user.id]);
  const create = useMutation(
    trpc.reports.create.mutationOptions(changed(t("created", { title }), onClose)),
  );
  const problem = create.error && problemOf(create.error);
  const error = problem ? [problem.message, problem.hint].filter(Boolean).join(". ") : null;

  function save(event: FormEvent) {
    event.preventDefault();
    create.mutate({
      title,
      range,
      format,
      cron: times[time],
      timeZone: session.user.timeZone ?? "UTC",
      tiles: figures.map((metric) => ({ metric, grain: "day" as const })),
      channels: ["mail", "inbox"],
      recipientIds: [...people],
    });
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("new")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={create.isPending}
            disabled={figures.length === 0 || people.length === 0}
          >
            {t("create")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4">
        <Field label={t("name")} error={error}>
          {(control) => (
            <Input
              {...control}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              required
              maxLength={120}
              autoFocus
              autoComplete="off"
              dir="auto"
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Choice
            name={t("when")}
            all={["daily", "weekly", "monthly"]}
            value={time}
            onChange={setTime}
            label={(each) => t(`when_${each}`)}
          />
          <Choice
            name={t("range")}
            all={reportRanges}
            value={range}
            onChange={setRange}
            label={(each) => t(`range_${each}`)}
          />
          <Choice
            name={t("format")}
            all={reportFormats}
            value={format}
            onChange={setFormat}
            label={(each) => each.toUpperCase()}
          />
        </div>
        <Boxes
          legend={t("figures", { most: mostFigures })}
          all={(metrics.data?.items ?? []).map((each) => ({ id: each.name, name: each.title }))}
          chosen={figures}
          most={mostFigures}
          onChange={setFigures}
        />
        <Boxes
          legend={t("recipients")}
          all={readers.map(({ userId, name }) => ({ id: userId, name }))}
          chosen={people}
          most={50}
          onChange={setPeople}
        />
      </form>
    </Dialog>
  );
}

function Choice<Value extends string>({
  name,
  all,
  value,
  label,
  onChange,
}: {
  name: string;
  all: readonly Value[];
  value: Value;
  label: (value: Value) => string;
  onChange: (value: Value) => void;
}) {
  return (
    <Field label={name}>
      {({ id }) => (
        <Select
          id={id}
          label={name}
          value={value}
          options={all.map((each) => ({ value: each, label: label(each) }))}
          onChange={(next) => onChange(all.find((each) => each === next) ?? value)}
        />
      )}
    </Field>
  );
}

function Boxes({
  legend,
  all,
  chosen,
  most,
  onChange,
}: {
  legend: string;
  all: readonly { id: string; name: string }[];
  chosen: readonly string[];
  most: number;
  onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-sm">{legend}</legend>
      <ul className="mt-1 max-h-48 overflow-y-auto rounded-md border border-n6 p-2">
        {all.map(({ id, name }) => (
          <li key={id} className="flex min-h-8 items-center gap-2">
            <Checkbox
              label={name}
              checked={chosen.includes(id)}
              disabled={!chosen.includes(id) && chosen.length >= most}
              onCheckedChange={(isOn) =>
                onChange(isOn === true ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            <span aria-hidden>{name}</span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
