"use client";

import { Filter, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { outlineOf } from "../definition/outline-of";
import type { Place } from "../definition/places";
import { problemsAt } from "../definition/problems-at";
import { useEditing } from "../editor/editing";
import { TriggerForm } from "../forms/trigger-form";
import { useWords } from "../words/use-words";
import { PartRow } from "./part-row";
import { StepRow } from "./step-row";
import { WayList } from "./way-list";
import { WhenForm } from "./when-form";

/** The automation as a list in lists, from the trigger to the last step. Everything is done by buttons and keys. */
export function Outline() {
  const t = useTranslations("automations");
  const { definition, problems, change } = useEditing();
  const { conditionWords, triggerWords } = useWords();
  const [adding, setAdding] = useState<Place | null>(null);
  const { root, loose } = outlineOf(definition);
  const { trigger, when } = definition;

  return (
    <ol aria-label={t("steps")} className="flex flex-col gap-5">
      <li>
        <Heading>{t("partWhen")}</Heading>
        <PartRow
          part="trigger"
          icon={<Play aria-hidden className="size-4" />}
          title={triggerWords(trigger.kind)}
          detail=""
          problems={problemsAt(problems, ["trigger"])}
        >
          <TriggerForm
            trigger={trigger}
            problems={problemsAt(problems, ["trigger"])}
            onChange={(next) => change({ ...definition, trigger: next })}
          />
        </PartRow>
      </li>
      <li>
        <Heading>{t("partIf")}</Heading>
        <PartRow
          part="when"
          icon={<Filter aria-hidden className="size-4" />}
          title={when ? conditionWords(when) : t("always")}
          detail=""
          problems={problemsAt(problems, ["when"])}
        >
          <WhenForm />
        </PartRow>
      </li>
      <li>
        <Heading>{t("partThen")}</Heading>
        <WayList branch={root} adding={adding} onAdding={setAdding} />
        {loose.length > 0 && (
          <section className="mt-4">
            <Heading>{t("loose")}</Heading>
            <ul className="flex flex-col gap-2">
              {loose.map((step) => (
                <li key={step.id}>
                  <StepRow step={step} number={null} onAddAfter={null} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </li>
    </ol>
  );
}

function Heading({ children }: { children: string }) {
  return <h2 className="mb-2 font-semibold text-n11 text-sm">{children}</h2>;
}
