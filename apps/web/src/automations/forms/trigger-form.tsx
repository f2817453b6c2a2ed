"use client";

import type { Trigger } from "@besunny/rules/definition";
import { useTranslations } from "next-intl";

import { newTrigger } from "../definition/new-trigger";
import { type Problem, problemOn } from "../definition/problems-at";
import { useWords } from "../words/use-words";
import { useVocabulary } from "../words/vocabulary";
import { ClockForm } from "./clock-form";
import { DateForm } from "./date-form";
import { Picker } from "./picker";
import { Group } from "./problem-line";

type Props = {
  trigger: Trigger;
  problems: readonly Problem[];
  onChange: (trigger: Trigger) => void;
};

/** The happening by which an automation begins, and what narrows it. */
export function TriggerForm({ trigger, problems, onChange }: Props) {
  const t = useTranslations("automations");
  const { triggerWords } = useWords();
  const { triggers } = useVocabulary();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const kinds = triggers.map((kind) => ({ value: kind, label: triggerWords(kind) }));

  return (
    <div className="flex flex-col gap-4">
      <Group label={t("beginsWhen")}>
        <Picker
          label={t("beginsWhen")}
          value={trigger.kind}
          options={kinds}
          placeholder={t("choose")}
          onPick={(value) => {
            const kind = triggers.find((each) => each === value);
            if (kind && kind !== trigger.kind) onChange(newTrigger(kind, timeZone));
          }}
          className="w-full sm:w-auto sm:min-w-72"
        />
      </Group>
      <Narrowing trigger={trigger} problems={problems} onChange={onChange} />
    </div>
  );
}

function Narrowing({ trigger, problems, onChange }: Props) {
  const t = useTranslations("automations");
  const { projects, sources } = useVocabulary();
  const any = { value: "any", label: t("any") };
  const named = (items: readonly { id: string; name: string }[]) => [
    any,
    ...items.map(({ id, name }) => ({ value: id, label: name })),
  ];

  switch (trigger.kind) {
    case "document.arrived":
      return (
        <Group label={t("fromSource")} problem={problemOn(problems, "sourceId")}>
          <Picker
            label={t("fromSource")}
            value={trigger.sourceId ?? "any"}
            options={named(sources)}
            placeholder={t("choose")}
            onPick={(sourceId) =>
              onChange({ kind: trigger.kind, ...(sourceId !== "any" && { sourceId }) })
            }
            className="w-full sm:w-72"
          />
        </Group>
      );
    case "document.moved":
      return (
        <Group label={t("intoProject")} problem={problemOn(problems, "projectId")}>
          <Picker
            label={t("intoProject")}
            value={trigger.projectId ?? "any"}
            options={named(projects)}
            placeholder={t("choose")}
            onPick={(projectId) =>
              onChange({ kind: trigger.kind, ...(projectId !== "any" && { projectId }) })
            }
            className="w-full sm:w-72"
          />
        </Group>
      );
    case "fact.date":
      return <DateForm trigger={trigger} problems={problems} onChange={onChange} />;
    case "clock":
      return <ClockForm trigger={trigger} problems={problems} onChange={onChange} />;
    default:
      return null;
  }
}
