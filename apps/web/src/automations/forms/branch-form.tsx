"use client";

import type { NodeOf } from "@besunny/rules/definition";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { ConditionEditor } from "../conditions/condition-editor";
import { noCondition } from "../definition/new-step";
import { type Problem, problemsAt } from "../definition/problems-at";

const MOST_CASES = 20;

/** The cases of a choice, in the order in which they are tried. The first that is true is taken. */
export function BranchForm({
  step,
  problems,
  onChange,
}: {
  step: NodeOf<"branch">;
  problems: readonly Problem[];
  onChange: (step: NodeOf<"branch">) => void;
}) {
  const t = useTranslations("automations");
  const put = (at: number, change: Partial<(typeof step.cases)[number]>) =>
    onChange({
      ...step,
      cases: step.cases.map((each, index) => (index === at ? { ...each, ...change } : each)),
    });

  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-4">
        {step.cases.map((each, at) => (
          <li key={at} className="flex flex-col gap-3 border-n6 border-l-2 pl-3">
            <Field label={t("caseName", { number: at + 1 })}>
              {(control) => (
                <Input
                  {...control}
                  value={each.label}
                  maxLength={80}
                  onChange={({ target }) => put(at, { label: target.value })}
                />
              )}
            </Field>
            <ConditionEditor
              condition={each.when}
              problems={problemsAt(problems, ["cases", at, "when"])}
              onChange={(when) => put(at, { when })}
            />
            {step.cases.length > 1 && (
              <div>
                <Button
                  variant="ghost"
                  size="sm"
                  icon={<Trash2 aria-hidden />}
                  onClick={() =>
                    onChange({ ...step, cases: step.cases.filter((_, index) => index !== at) })
                  }
                >
                  {t("removeCase")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {step.cases.length < MOST_CASES && (
        <div>
          <Button
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() =>
              onChange({
                ...step,
                cases: [...step.cases, { label: "", when: noCondition(), next: null }],
              })
            }
          >
            {t("addCase")}
          </Button>
        </div>
      )}
    </div>
  );
}
