"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTranslations } from "next-intl";

import { ConditionEditor } from "../conditions/condition-editor";
import { noCondition } from "../definition/new-step";
import { problemsAt } from "../definition/problems-at";
import { useEditing } from "../editor/editing";

/** The condition under which the automation goes on; without one it always does. */
export function WhenForm() {
  const t = useTranslations("automations");
  const { definition, problems, change } = useEditing();
  const { when } = definition;
  const isEmpty = when !== null && "rows" in when && when.rows.of.length === 0;

  return (
    <div className="flex flex-col gap-3">
      {when === null && <p className="text-n11">{t("alwaysHint")}</p>}
      <ConditionEditor
        condition={when ?? noCondition()}
        problems={problemsAt(problems, ["when"])}
        onChange={(next) => {
          const isNothing = "rows" in next && next.rows.of.length === 0;
          change({ ...definition, when: isNothing ? null : next });
        }}
      />
      {when !== null && !isEmpty && "cel" in when && (
        <div>
          <Button variant="ghost" size="sm" onClick={() => change({ ...definition, when: null })}>
            {t("noConditionButton")}
          </Button>
        </div>
      )}
    </div>
  );
}
