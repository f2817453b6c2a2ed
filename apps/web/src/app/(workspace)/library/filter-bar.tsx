"use client";

import { documentSorts, documentStatuses } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowDownUp, ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { debounce, type useQueryStates } from "nuqs";
import { useState } from "react";
import { DateRange } from "~/documents/date-range";
import { FilterMenu, FiltersMenu } from "~/documents/filter-menu";
import { languageName } from "~/documents/language-name";

import { asInput, countFilters, filterParsers } from "./filters";

type Filters = ReturnType<typeof useQueryStates<typeof filterParsers>>;

/** The filters of the library, with how many documents stand behind each choice. */
export function FilterBar({ filters, onChange }: { filters: Filters[0]; onChange: Filters[1] }) {
  const t = useTranslations("library");
  const td = useTranslations("document");
  const trpc = useTRPC();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { limit: _limit, sort: _sort, ...narrowed } = asInput(filters);
  const facets = useQuery(
    trpc.documents.facets.queryOptions(narrowed, { placeholderData: keepPreviousData }),
  ).data;
  const projects = useQuery(trpc.projects.list.queryOptions({})).data?.items ?? [];
  const active = countFilters(filters);

  return (
    <div className="border-b px-4 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <Input
          type="search"
          aria-label={t("findByName")}
          placeholder={t("findByName")}
          defaultValue={filters.q ?? ""}
          key={active === 0 ? "clear" : "set"}
          onChange={(event) =>
            void onChange(
              { q: event.currentTarget.value || null },
              { history: "replace", limitUrlUpdates: debounce(200) },
            )
          }
          className="min-w-0 flex-1 md:max-w-56 md:flex-none"
        />
        <Button
          className="md:hidden"
          icon={<ListFilter aria-hidden />}
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          {active > 0 ? t("filtersSet", { count: active }) : t("filters")}
        </Button>
        <div
          className={`${isUnfolded ? "flex" : "hidden"} w-full flex-wrap items-center gap-2 md:flex md:w-auto md:flex-1`}
        >
          <FilterMenu
            label={t("type")}
            value={filters.type}
            options={(facets?.types ?? []).map(({ value, count }) =>
              value ? { value, count } : { value: "none", label: td("noType"), count },
            )}
            onChange={(type) => void onChange({ type })}
          />
          <FiltersMenu
            label={t("status")}
            values={filters.status ?? []}
            options={documentStatuses.flatMap((value) => {
              const count = facets?.statuses.find((status) => status.value === value)?.count;
              return count ? [{ value, count, label: td(`status_${value}`) }] : [];
            })}
            onChange={(status) =>
              void onChange({
                status: status && documentStatuses.filter((known) => status.includes(known)),
              })
            }
          />
          <FilterMenu
            label={t("project")}
            value={filters.projectId}
            options={projects.map(({ id, name, documentCount }) => ({
              value: id,
              label: name,
              count: documentCount,
            }))}
            onChange={(projectId) => void onChange({ projectId })}
          />
          <FilterMenu
            label={t("language")}
            value={filters.language}
            options={(facets?.languages ?? []).flatMap(({ value, count }) =>
              value ? [{ value, count, label: languageName(value) }] : [],
            )}
            onChange={(language) => void onChange({ language })}
          />
          <FilterMenu
            label={t("personal")}
            value={filters.personal ? "yes" : null}
            options={[{ value: "yes", label: t("personalHeld") }]}
            onChange={(value) => void onChange({ personal: value ? true : null })}
          />
          <DateRange from={filters.from} to={filters.to} onChange={onChange} />
          {active > 0 && (
            <Button variant="ghost" onClick={() => void onChange(null)}>
              {t("clearFilters")}
            </Button>
          )}
          <span className="flex items-center gap-1.5 md:ml-auto">
            <ArrowDownUp aria-hidden className="size-4 text-n10" />
            <Select
              label={t("sort")}
              value={filters.sort}
              options={documentSorts.map((value) => ({
                value,
                label: t(`sort_${value}`),
              }))}
              onChange={(sort) =>
                void onChange({ sort: filterParsers.sort.parse(sort) ?? "newest" })
              }
            />
          </span>
        </div>
      </div>
    </div>
  );
}
