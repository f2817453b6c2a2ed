"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { hasRoom, replaceStep } from "../definition/edits";
import { mainWay, stepOf } from "../definition/places";
import { problemsAt, problemsOfStep } from "../definition/problems-at";
import { useEditing } from "../editor/editing";
import { useStepVerbs } from "../editor/use-step-verbs";
import { StepForm } from "../forms/step-form";
import { TriggerForm } from "../forms/trigger-form";
import { AddStep } from "../outline/add-step";
import { WhenForm } from "../outline/when-form";
import { useStepWords } from "../words/use-step-words";

/** The form of the card that is chosen, the same as in the list. */
export function SidePanel() {
  const t = useTranslations("automations");
  const { definition, problems, selected, isReadOnly, change } = useEditing();
  const step =
    typeof selected === "object" && selected ? stepOf(definition, selected.id) : undefined;
  const stepWords = useStepWords();

  if (selected === null || (typeof selected === "object" && !step))
    return <p className="text-n11 lg:py-2">{t("chooseCard")}</p>;
  const title = step ? stepWords(step).title : t(selected === "trigger" ? "partWhen" : "partIf");

  return (
    <section aria-label={title} className="min-w-0 rounded-lg border border-n6 bg-raised p-4">
      <h2 className="mb-3 font-semibold">{title}</h2>
      <fieldset disabled={isReadOnly} className="min-w-0">
        {selected === "trigger" && (
          <TriggerForm
            trigger={definition.trigger}
            problems={problemsAt(problems, ["trigger"])}
            onChange={(trigger) => change({ ...definition, trigger })}
          />
        )}
        {selected === "when" && <WhenForm />}
        {step && (
          <StepForm
            key={step.id}
            step={step}
            problems={problemsOfStep(problems, definition, step.id)}
            onChange={(next) => change(replaceStep(definition, next))}
          />
        )}
      </fieldset>
      {step && !isReadOnly && <StepFoot id={step.id} />}
    </section>
  );
}

function StepFoot({ id }: { id: string }) {
  const t = useTranslations("automations");
  const { definition } = useEditing();
  const verbs = useStepVerbs();
  const step = stepOf(definition, id);
  const way = step && mainWay(step);

  return (
    <div className="mt-4 flex flex-wrap gap-2 border-n5 border-t pt-3">
      {way !== null && way !== undefined && hasRoom(definition) && (
        <AddStep place={{ from: id, way }} label={t("addAfter")} />
      )}
      <Button
        variant="ghost"
        size="sm"
        icon={<Trash2 aria-hidden />}
        onClick={() => verbs.remove(id)}
      >
        {t("remove")}
      </Button>
    </div>
  );
}
