"use client";

import type { Node as Step } from "@besunny/rules/definition";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTranslations } from "next-intl";

import { ConditionEditor } from "../conditions/condition-editor";
import { type Problem, problemOn, problemsAt } from "../definition/problems-at";
import { ActionForm } from "./action-form";
import { ApprovalForm } from "./approval-form";
import { BranchForm } from "./branch-form";
import { HoursField } from "./hours-field";
import { Group } from "./problem-line";

/** The form of a step, for the list and the canvas alike. */
export function StepForm({
  step,
  problems,
  onChange,
}: {
  step: Step;
  problems: readonly Problem[];
  onChange: (step: Step) => void;
}) {
  const t = useTranslations("automations");

  switch (step.kind) {
    case "action":
      return <ActionForm step={step} problems={problems} onChange={onChange} />;
    case "approval":
      return <ApprovalForm step={step} problems={problems} onChange={onChange} />;
    case "branch":
      return <BranchForm step={step} problems={problems} onChange={onChange} />;
    case "if":
      return (
        <ConditionEditor
          condition={step.when}
          problems={problemsAt(problems, ["when"])}
          onChange={(when) => onChange({ ...step, when })}
        />
      );
    case "wait":
      return (
        <Group label={t("howLong")} problem={problemOn(problems, "hours")}>
          <HoursField value={step.hours} onChange={(hours) => onChange({ ...step, hours })} />
        </Group>
      );
    case "stop":
      return (
        <Field label={t("stopNote")} hint={t("stopNoteHint")}>
          {(control) => (
            <Input
              {...control}
              value={step.note}
              maxLength={200}
              onChange={({ target }) => onChange({ ...step, note: target.value })}
            />
          )}
        </Field>
      );
  }
}
