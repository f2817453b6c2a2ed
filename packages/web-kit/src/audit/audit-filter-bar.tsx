"use client";

import { auditActorKinds, auditOutcomes } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { type AuditOperations, titleOf } from "./audit-entry";
import { type AuditFilters, idWithin, isNarrowed } from "./audit-filters";

/** Radix keeps the empty string for itself. */
const any = "any";

export type AuditActor = { id: string; name: string };

/** The filters of an audit log. `subjectLabel` names what a row may be about. */
export function AuditFilterBar({
  filters,
  onChange,
  actors,
  operations,
  subjectLabel,
}: {
  filters: AuditFilters;
  onChange: (next: Partial<AuditFilters> | null) => void;
  actors: readonly AuditActor[];
  operations: AuditOperations;
  subjectLabel: string;
}) {
  const t = useTranslations("audit");
  const known = operations.filter(({ name, isAudited }) => isAudited || name === filters.operation);
  const withCurrent = (options: AuditActor[], id: string | null, name: string | null = id) =>
    id === null || options.some((each) => each.id === id)
      ? options
      : [...options, { id, name: name ?? id }];

  return (
    <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
      <Choice
        label={t("who")}
        anyLabel={t("anybody")}
        value={filters.actorId}
        options={withCurrent([...actors], filters.actorId)}
        onChange={(actorId) => onChange({ actorId })}
      />
      <Choice
        label={t("kind")}
        anyLabel={t("anyKind")}
        value={filters.actorKind}
        options={auditActorKinds.map((id) => ({ id, name: t(`kind_${id}`) }))}
        onChange={(actorKind) =>
          onChange({ actorKind: auditActorKinds.find((each) => each === actorKind) ?? null })
        }
      />
      <Choice
        label={t("what")}
        anyLabel={t("anything")}
        value={filters.operation}
        options={withCurrent(
          known.map(({ name, title }) => ({ id: name, name: title })),
          filters.operation,
          filters.operation && titleOf(operations, filters.operation),
        )}
        onChange={(operation) => onChange({ operation })}
      />
      <Choice
        label={t("outcome")}
        anyLabel={t("anyOutcome")}
        value={filters.outcome}
        options={auditOutcomes.map((id) => ({ id, name: t(`outcome_${id}`) }))}
        onChange={(outcome) =>
          onChange({ outcome: auditOutcomes.find((each) => each === outcome) ?? null })
        }
      />
      <SubjectField
        key={filters.subject}
        label={subjectLabel}
        value={filters.subject}
        onChange={(subject) => onChange({ subject })}
      />
      <Day label={t("from")} value={filters.from} onChange={(from) => onChange({ from })} />
      <Day label={t("to")} value={filters.to} onChange={(to) => onChange({ to })} />
      {isNarrowed(filters) && (
        <Button variant="ghost" onClick={() => onChange(null)}>
          {t("clear")}
        </Button>
      )}
    </div>
  );
}

function Choice({
  label,
  anyLabel,
  value,
  options,
  onChange,
}: {
  label: string;
  anyLabel: string;
  value: string | null;
  options: readonly AuditActor[];
  onChange: (value: string | null) => void;
}) {
  return (
    <Select
      label={label}
      value={value ?? any}
      options={[
        { value: any, label: anyLabel },
        ...options.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(next) => onChange(next === any ? null : next)}
      className="max-w-56"
    />
  );
}

/** Takes an id, or a link that has one in it; the filter is set when Enter is pressed or an id was pasted. */
function SubjectField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const t = useTranslations("audit");
  const [isUnknown, setIsUnknown] = useState(false);

  function take(text: string) {
    const id = idWithin(text);
    setIsUnknown(id === null && text.trim() !== "");
    if (id !== value && (id !== null || text.trim() === "")) onChange(id);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    take(String(new FormData(event.currentTarget).get("subject") ?? ""));
  }

  return (
    <form onSubmit={submit} className="relative w-full md:w-56">
      <Input
        name="subject"
        type="search"
        aria-label={label}
        aria-invalid={isUnknown || undefined}
        placeholder={label}
        defaultValue={value ?? ""}
        onPaste={(event) => take(event.clipboardData.getData("text"))}
        onBlur={(event) => take(event.currentTarget.value)}
      />
      {isUnknown && (
        <p role="alert" className="mt-1 text-bad text-xs">
          {t("noId")}
        </p>
      )}
    </form>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Date | null;
  onChange: (value: Date | null) => void;
}) {
  return (
    <span className="flex items-center gap-1.5 text-n11 text-sm">
      <span aria-hidden>{label}</span>
      <Input
        type="date"
        aria-label={label}
        className="w-36"
        value={value?.toISOString().slice(0, 10) ?? ""}
        onChange={({ currentTarget: { value: day } }) =>
          onChange(day ? new Date(`${day}T00:00:00Z`) : null)
        }
      />
    </span>
  );
}
