"use client";

import { meetingOutcomes } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { debounce } from "nuqs";
import { useState } from "react";

import type { MeetingFilters } from "./filters";

const any = "any";

/** Narrows the list by words of the title, a person, a project and the outcome. */
export function MeetingFilter({
  filters,
  isFiltered,
  onChange,
}: {
  filters: MeetingFilters;
  isFiltered: boolean;
  onChange: (
    filters: Partial<MeetingFilters>,
    options?: { history: "replace"; limitUrlUpdates: ReturnType<typeof debounce> },
  ) => void;
}) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const projects = useQuery(trpc.projects.list.queryOptions({ limit: 200 })).data?.items ?? [];
  // Fields keep what is typed in them, so they are made again when the filters are cleared.
  const [cleared, setCleared] = useState(0);
  const typed = () => ({ history: "replace" as const, limitUrlUpdates: debounce(250) });

  return (
    <search className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
      <Input
        key={`words ${cleared}`}
        type="search"
        aria-label={t("find")}
        placeholder={t("find")}
        defaultValue={filters.words ?? ""}
        onChange={({ currentTarget }) => onChange({ words: currentTarget.value || null }, typed())}
        className="min-w-0 flex-1 basis-40 md:max-w-56 md:flex-none"
      />
      <Input
        key={`person ${cleared}`}
        type="search"
        aria-label={t("person")}
        placeholder={t("person")}
        defaultValue={filters.person ?? ""}
        onChange={({ currentTarget }) => onChange({ person: currentTarget.value || null }, typed())}
        className="min-w-0 flex-1 basis-40 md:max-w-48 md:flex-none"
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
        label={t("outcome")}
        value={filters.outcome ?? any}
        options={[
          { value: any, label: t("anyOutcome") },
          ...meetingOutcomes.map((value) => ({ value, label: t(`outcome_${value}`) })),
        ]}
        onChange={(value) =>
          onChange({ outcome: meetingOutcomes.find((each) => each === value) ?? null })
        }
      />
      {isFiltered && (
        <Button
          variant="ghost"
          onClick={() => {
            setCleared(cleared + 1);
            onChange({ words: null, person: null, project: null, outcome: null });
          }}
        >
          {t("clearFilters")}
        </Button>
      )}
    </search>
  );
}
