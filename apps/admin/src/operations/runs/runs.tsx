"use client";

import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { KeptHere } from "../kept-here";
import { OperationsHeader } from "../operations-header";

import { FailureGroups } from "./failure-groups";
import { FilterBar } from "./filter-bar";
import { runFilterParsers } from "./run-filters";
import { RunList } from "./run-list";

/** Shows the runs of background functions, or their failures. The URL holds the view and the filters. */
export function Runs() {
  const t = useTranslations("runs");
  const [filters, setFilters] = useQueryStates(runFilterParsers, { history: "push" });

  return (
    <>
      <OperationsHeader>
        <SegmentedControl
          label={t("view")}
          value={filters.view ?? "list"}
          options={[
            { value: "list", label: t("viewList") },
            { value: "failures", label: t("viewFailures") },
          ]}
          onChange={(next) => void setFilters({ view: next === "failures" ? next : null })}
        />
      </OperationsHeader>
      <KeptHere>
        <FilterBar filters={filters} onChange={(next) => void setFilters(next)} />
        {filters.view === "failures" ? (
          <FailureGroups filters={filters} />
        ) : (
          <RunList key={JSON.stringify(filters)} filters={filters} />
        )}
      </KeptHere>
    </>
  );
}
