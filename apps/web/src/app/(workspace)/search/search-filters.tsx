"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { useQueryStates } from "nuqs";
import { DateRange } from "~/documents/date-range";
import { FilterMenu } from "~/documents/filter-menu";
import { languageName } from "~/documents/language-name";

import type { searchParsers } from "./filters";

type State = ReturnType<typeof useQueryStates<typeof searchParsers>>;

export function SearchFilters({
  filters,
  facets,
  onChange,
}: {
  filters: Omit<State[0], "q">;
  facets: Outputs["search"]["find"]["facets"] | undefined;
  onChange: State[1];
}) {
  const t = useTranslations("library");
  const trpc = useTRPC();
  const languages = useQuery(trpc.documents.facets.queryOptions({})).data?.languages ?? [];
  const isSet = Object.values(filters).some((value) => value !== null);

  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <FilterMenu
        label={t("type")}
        value={filters.type}
        options={(facets?.types ?? []).map(({ id, name, count }) => ({
          value: id,
          label: name,
          count,
        }))}
        onChange={(type) => void onChange({ type })}
      />
      <FilterMenu
        label={t("project")}
        value={filters.projectId}
        options={(facets?.projects ?? []).map(({ id, name, count }) => ({
          value: id,
          label: name,
          count,
        }))}
        onChange={(projectId) => void onChange({ projectId })}
      />
      <FilterMenu
        label={t("language")}
        value={filters.language}
        options={languages.flatMap(({ value }) =>
          value ? [{ value, label: languageName(value) }] : [],
        )}
        onChange={(language) => void onChange({ language })}
      />
      <DateRange from={filters.from} to={filters.to} onChange={onChange} />
      {isSet && (
        <Button
          variant="ghost"
          onClick={() =>
            void onChange({ type: null, projectId: null, language: null, from: null, to: null })
          }
        >
          {t("clearFilters")}
        </Button>
      )}
    </div>
  );
}
