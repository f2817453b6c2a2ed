"use client";

import type { ConditionGroup } from "@besunny/rules/conditions";
import { Button } from "@besunny/ui/buttons/button";
import { Select } from "@besunny/ui/fields/select";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { isGroup } from "../definition/is-group";
import { type Problem, problemsAt } from "../definition/problems-at";
import { Picker } from "../forms/picker";
import { ProblemLine } from "../forms/problem-line";
import { ConditionRowEditor } from "./condition-row";
import { useFieldOptions, useNewRow } from "./field-options";

type Match = ConditionGroup["match"];
/** A record has every match, and no list repeats the vocabulary of rules. */
const everyMatch: Record<Match, true> = { all: true, any: true, none: true };
const matches = keysOf(everyMatch);

/** A record of this type has no other keys. */
function keysOf<Key extends string>(of: Record<Key, true>): Key[] {
  return Object.keys(of) as Key[];
}

/** Rows of which all, any or none must be true. One level of groups is offered; deeper ones that are there can be changed. */
export function ConditionGroupEditor({
  group,
  problems,
  depth,
  onChange,
  onRemove,
}: {
  group: ConditionGroup;
  problems: readonly Problem[];
  depth: number;
  onChange: (group: ConditionGroup) => void;
  onRemove?: () => void;
}) {
  const t = useTranslations("automations");
  const options = useFieldOptions();
  const rowFor = useNewRow();
  const { match, of } = group;
  const own = problems.find(({ path }) => path.length === 0);
  type Each = ConditionGroup["of"][number];
  const add = (each: Each) => onChange({ match, of: [...of, each] });
  const put = (at: number, each: Each | null) =>
    onChange({
      match,
      of: of.flatMap((old, index) => (index === at ? (each ? [each] : []) : [old])),
    });

  return (
    <fieldset
      className={
        depth > 1 ? "min-w-0 rounded-md border border-n6 bg-n2 p-3" : "flex min-w-0 flex-col"
      }
    >
      <legend className="sr-only">{t("conditions")}</legend>
      {(of.length > 1 || depth > 1) && (
        <div className="mb-2 flex items-center gap-2">
          <Select
            label={t("howMany")}
            value={match}
            options={matches.map((value) => ({ value, label: t(`match_${value}`) }))}
            onChange={(value) => {
              const next = matches.find((each) => each === value);
              if (next) onChange({ match: next, of });
            }}
          />
          {onRemove && (
            <Button
              variant="ghost"
              size="sm"
              icon={<Trash2 aria-hidden />}
              onClick={onRemove}
              className="ml-auto"
            >
              {t("removeGroup")}
            </Button>
          )}
        </div>
      )}
      <ul className="flex min-w-0 flex-col gap-2">
        {of.map((each, at) => (
          <li key={at} className="min-w-0">
            {isGroup(each) ? (
              <ConditionGroupEditor
                group={each}
                problems={problemsAt(problems, ["of", at])}
                depth={depth + 1}
                onChange={(next) => put(at, next)}
                onRemove={() => put(at, null)}
              />
            ) : (
              <ConditionRowEditor
                row={each}
                problems={problemsAt(problems, ["of", at])}
                onChange={(next) => put(at, next)}
                onRemove={() => put(at, null)}
              />
            )}
          </li>
        ))}
      </ul>
      <ProblemLine problem={of.length === 0 ? own : undefined} />
      <div className="mt-2 flex flex-wrap gap-2">
        <Picker
          label={t("addCondition")}
          placeholder={t("addCondition")}
          options={options}
          onPick={(path) => add(rowFor(path))}
          trigger={
            <Button size="sm" icon={<Plus aria-hidden />}>
              {t("addCondition")}
            </Button>
          }
        />
        {depth === 1 && of.length > 0 && (
          <Button
            variant="ghost"
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() => add({ match: match === "any" ? "all" : "any", of: [] })}
          >
            {t("addGroup")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
