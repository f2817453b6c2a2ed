"use client";

import { retentionStarts, retentionUnits } from "@besunny/api/browser/vocabulary";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

import { type RuleDraft, startOf, unitOf } from "./rule-draft";

const ANY = "any";

/** The fields of a rule: which documents, for how long, and from which day. */
export function RuleFields({
  draft,
  onChange,
}: {
  draft: RuleDraft;
  onChange: (next: Partial<RuleDraft>) => void;
}) {
  const t = useTranslations("retention");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const types = useQuery(trpc.taxonomy.list.queryOptions());
  const projects = useQuery(trpc.projects.list.queryOptions({ limit: 200 }));
  const sources = useQuery(trpc.sources.list.queryOptions({}));
  const among = (items: { value: string; label: string }[]) => [
    { value: ANY, label: t("any") },
    ...items,
  ];
  const chosen = (value: string) => (value === ANY ? null : value);
  const number = (value: string) => Math.max(1, Math.trunc(Number(value)) || 1);

  return (
    <div className="grid gap-3">
      <Field label={t("name")}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            maxLength={120}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Labelled label={t("type")}>
        <Select
          label={t("type")}
          value={draft.type ?? ANY}
          options={among(
            (types.data?.items ?? []).map(({ name }) => ({ value: name, label: typeName(name) })),
          )}
          onChange={(value) => onChange({ type: chosen(value) })}
        />
      </Labelled>
      <Labelled label={t("project")}>
        <Select
          label={t("project")}
          value={draft.projectId ?? ANY}
          options={among(
            (projects.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          )}
          onChange={(value) => onChange({ projectId: chosen(value) })}
        />
      </Labelled>
      <Labelled label={t("source")}>
        <Select
          label={t("source")}
          value={draft.sourceId ?? ANY}
          options={among(
            (sources.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          )}
          onChange={(value) => onChange({ sourceId: chosen(value) })}
        />
      </Labelled>
      <div className="grid grid-cols-2 items-end gap-3">
        <Field label={t("keepFor")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={1200}
              value={draft.amount}
              onChange={(event) => onChange({ amount: number(event.target.value) })}
            />
          )}
        </Field>
        <Select
          label={t("unit")}
          value={draft.unit}
          options={retentionUnits.map((value) => ({ value, label: t(`unit_${value}`) }))}
          onChange={(value) => onChange({ unit: unitOf(value) })}
        />
      </div>
      <Labelled label={t("countsFrom")}>
        <Select
          label={t("countsFrom")}
          value={draft.countsFrom}
          options={retentionStarts.map((value) => ({ value, label: t(`from_${value}`) }))}
          onChange={(value) => onChange({ countsFrom: startOf(value) })}
        />
      </Labelled>
      <Field label={t("trashDays")} hint={t("trashDaysHint")}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={365}
            value={draft.trashDays}
            onChange={(event) => onChange({ trashDays: number(event.target.value) })}
          />
        )}
      </Field>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-1">
      <span aria-hidden className="font-medium text-sm">
        {label}
      </span>
      {children}
    </div>
  );
}
