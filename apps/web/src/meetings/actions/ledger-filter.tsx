"use client";

import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { debounce } from "nuqs";

import type { LedgerFilters } from "./ledger-filters";

const any = "any";

/** Narrows the ledger by words, a project and the day, or shows what is done or put away. */
export function LedgerFilter({
  filters,
  onChange,
}: {
  filters: LedgerFilters;
  onChange: (
    filters: Partial<LedgerFilters>,
    options?: { history: "replace"; limitUrlUpdates: ReturnType<typeof debounce> },
  ) => void;
}) {
  const t = useTranslations("actions");
  const trpc = useTRPC();
  const projects = useQuery(trpc.projects.list.queryOptions({ limit: 200 })).data?.items ?? [];

  return (
    <search className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
      <Input
        type="search"
        aria-label={t("find")}
        placeholder={t("find")}
        defaultValue={filters.words ?? ""}
        onChange={({ currentTarget }) =>
          onChange(
            { words: currentTarget.value || null },
            { history: "replace", limitUrlUpdates: debounce(250) },
          )
        }
        className="min-w-0 flex-1 basis-40 md:max-w-64 md:flex-none"
      />
      {projects.length > 0 && (
        <Select
          label={t("project")}
          value={filters.project ?? any}
          options={[
            { value: any, label: t("anyProject") },
            ...projects.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(project) => onChange({ project: project === any ? null : project })}
          className="max-w-56"
        />
      )}
      <Select
        label={t("due")}
        value={filters.due ?? any}
        options={[
          { value: any, label: t("anyDay") },
          { value: "overdue", label: t("overdue") },
          { value: "week", label: t("thisWeek") },
          { value: "none", label: t("noDay") },
        ]}
        onChange={(value) =>
          onChange({
            due: value === "overdue" || value === "week" || value === "none" ? value : null,
          })
        }
      />
      <Select
        label={t("show")}
        value={filters.show ?? any}
        options={[
          { value: any, label: t("showOpen") },
          { value: "done", label: t("showDone") },
          { value: "rejected", label: t("showRejected") },
        ]}
        onChange={(value) =>
          onChange({ show: value === "done" || value === "rejected" ? value : null })
        }
      />
    </search>
  );
}
