"use client";

import type { Node as Step } from "@besunny/rules/definition";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";

import { replaceStep } from "../definition/edits";
import { problemsOfStep } from "../definition/problems-at";
import { useEditing } from "../editor/editing";
import { useStepVerbs } from "../editor/use-step-verbs";
import { StepForm } from "../forms/step-form";
import { useStepWords } from "../words/use-step-words";
import { PartRow } from "./part-row";
import { StepIcon } from "./step-icon";
import { StepMenu } from "./step-menu";

/** A step with what can be done with it. On its line, A adds one after it, Alt and the arrows move it, and Delete removes it. */
export function StepRow({
  step,
  number,
  onAddAfter,
}: {
  step: Step;
  number: number | null;
  onAddAfter: (() => void) | null;
}) {
  const t = useTranslations("automations");
  const { definition, problems, change, isReadOnly } = useEditing();
  const verbs = useStepVerbs();
  const { title, detail } = useStepWords()(step);
  const own = problemsOfStep(problems, definition, step.id);

  function onKeyDown(event: KeyboardEvent) {
    if (isReadOnly || event.metaKey || event.ctrlKey) return;
    const isUp = event.key === "ArrowUp";
    if (event.altKey && (isUp || event.key === "ArrowDown")) verbs.move(step.id, isUp ? -1 : 1);
    else if (event.key === "Delete" || event.key === "Backspace") verbs.remove(step.id);
    else if (event.key.toLowerCase() === "a" && onAddAfter) onAddAfter();
    else return;
    event.preventDefault();
  }

  return (
    <PartRow
      part={{ id: step.id }}
      icon={<StepIcon of={step} />}
      title={title}
      detail={detail}
      number={number}
      problems={own}
      onKeyDown={onKeyDown}
      actions={
        !isReadOnly && (
          <StepMenu
            label={t("stepMenu", { step: title })}
            onAddAfter={onAddAfter}
            canMove={(by) => verbs.canMove(step.id, by)}
            onMove={(by) => verbs.move(step.id, by)}
            onRemove={() => verbs.remove(step.id)}
          />
        )
      }
    >
      <StepForm
        step={step}
        problems={own}
        onChange={(next) => change(replaceStep(definition, next))}
      />
    </PartRow>
  );
}
