"use client";

import { runStates } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Select } from "@besunny/ui/fields/select";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";

import { functionName } from "../function-name";
import { useRunSetting } from "../kept-here";

import { type RunFilters, spanNames } from "./run-filters";

const any = "any";

/** Shows and changes the filters of the runs. */
export function FilterBar({
  filters,
  onChange,
}: {
  filters: RunFilters;
  onChange: (next: Partial<RunFilters> | null) => void;
}) {
  const t = useTranslations("runs");
  const ts = useTranslations("runState");
  const { functions, workspaces } = useRunSetting();
  const { view, state, fingerprint, ...others } = filters;
  const isList = view === null;
  const isFiltered =
    Object.values(others).some((value) => value !== null) || (isList && (state ?? fingerprint));
  const [onlyState] = state ?? [];
  const several = state && state.length > 1 ? state.map((name) => ts(name)).join(", ") : null;

  return (
    <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
      {isList && (
        <Select
          label={t("state")}
          value={state?.length === 1 ? (onlyState ?? any) : any}
          options={[
            { value: any, label: several ?? t("anyState") },
            ...runStates.map((value) => ({ value, label: ts(value) })),
          ]}
          onChange={(next) => {
            const chosen = runStates.find((name) => name === next);
            onChange({ state: chosen ? [chosen] : null });
          }}
        />
      )}
      <Select
        label={t("function")}
        value={filters.function ?? any}
        options={[
          { value: any, label: t("anyFunction") },
          ...functions.map(({ id }) => ({ value: id, label: functionName(id) })),
        ]}
        onChange={(next) => onChange({ function: next === any ? null : next })}
      />
      {workspaces.length > 1 && (
        <Select
          label={t("workspace")}
          value={filters.workspace ?? any}
          options={[
            { value: any, label: t("anyWorkspace") },
            ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(next) => onChange({ workspace: next === any ? null : next })}
          className="max-w-56"
        />
      )}
      <Select
        label={t("within")}
        value={filters.within ?? any}
        options={[
          { value: any, label: t("any") },
          ...spanNames.map((value) => ({ value, label: t(value) })),
        ]}
        onChange={(next) =>
          onChange({
            within: spanNames.find((name) => name === next) ?? null,
            from: null,
            to: null,
          })
        }
      />
      {isList && fingerprint && (
        <Button
          size="sm"
          icon={<X aria-hidden />}
          title={t("clearFingerprint")}
          onClick={() => onChange({ fingerprint: null })}
        >
          {t("sameFailure")} <span className="font-mono text-xs">{fingerprint.slice(0, 8)}</span>
        </Button>
      )}
      {isFiltered && (
        <Button
          variant="ghost"
          onClick={() =>
            onChange({
              state: null,
              function: null,
              workspace: null,
              fingerprint: null,
              within: null,
              from: null,
              to: null,
            })
          }
        >
          {t("clear")}
        </Button>
      )}
    </div>
  );
}
