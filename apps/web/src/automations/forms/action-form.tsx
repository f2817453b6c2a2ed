"use client";

import type { NodeOf } from "@besunny/rules/definition";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useMessages, useTranslations } from "next-intl";

import { type Problem, problemsAt } from "../definition/problems-at";
import { useWords } from "../words/use-words";
import { useVocabulary } from "../words/vocabulary";
import { ApproversField } from "./approvers-field";
import { approversOf } from "./approvers-of";
import { type InputField, inputFieldsOf } from "./input-fields";
import { NumberInput } from "./number-input";
import { Picker } from "./picker";
import { Group, ProblemLine } from "./problem-line";
import { Several } from "./several";
import { TemplateField } from "./template-field";
import { useValueOptions } from "./use-value-options";

/** The input of an action, by the schema that the vocabulary has of it. */
export function ActionForm({
  step,
  problems,
  onChange,
}: {
  step: NodeOf<"action">;
  problems: readonly Problem[];
  onChange: (step: NodeOf<"action">) => void;
}) {
  const t = useTranslations("automations");
  const { actions, endpoints } = useVocabulary();
  const found = actions.find(({ name }) => name === step.action);
  const wrong = problemsAt(problems, ["input"]);
  const fields = found ? inputFieldsOf(found.input) : [];
  const isShown = ({ path: [first] }: Problem) => fields.some(({ name }) => name === first);

  return (
    <div className="flex flex-col gap-4">
      {!found && <ProblemLine problem={problemsAt(problems, ["action"])[0]} />}
      {fields.some(({ listed }) => listed === "endpoints") && endpoints.length === 0 && (
        <p className="text-n11 text-sm">{t("noWebhooks")}</p>
      )}
      {fields.map((field) => (
        <InputControl
          key={field.name}
          field={field}
          value={step.input[field.name]}
          problem={problemsAt(wrong, [field.name])[0]}
          onChange={(value) => {
            const { [field.name]: _old, ...rest } = step.input;
            onChange({
              ...step,
              input: value === undefined ? rest : { ...rest, [field.name]: value },
            });
          }}
        />
      ))}
      {found && fields.length === 0 && <p className="text-n11">{t("nothingToFill")}</p>}
      {wrong
        .filter((problem) => !isShown(problem))
        .map((problem) => (
          <ProblemLine key={problem.message} problem={problem} />
        ))}
      {found && !found.isReversible && <p className="text-n11 text-xs">{t("notReversible")}</p>}
    </div>
  );
}

function InputControl({
  field,
  value,
  problem,
  onChange,
}: {
  field: InputField;
  value: unknown;
  problem: Problem | undefined;
  onChange: (value: unknown) => void;
}) {
  const t = useTranslations("automations");
  const { automationInputs } = useMessages();
  const { nameOf, typeName } = useWords();
  const options = useValueOptions(field.listed);
  const words: Readonly<Record<string, string>> = automationInputs;
  const label = words[field.name] ?? field.name;
  const text = typeof value === "string" ? value : "";
  const named = (one: string) => (field.listed === "types" ? typeName(one) : nameOf(one));
  const written = (given: string) => onChange(given === "" ? undefined : given);

  switch (field.control) {
    case "several":
      return (
        <Group label={label} problem={problem}>
          <Several
            label={label}
            addLabel={t("add")}
            values={Array.isArray(value) ? value.map(String) : []}
            options={options}
            nameOf={named}
            isFree={field.listed === null || field.listed === "tags"}
            onChange={(values) => onChange(values.length > 0 ? values : undefined)}
          />
        </Group>
      );
    case "people":
      return (
        <Group label={label} problem={problem}>
          <ApproversField
            label={label}
            approvers={approversOf(value)}
            onChange={(people) => onChange(people.length > 0 ? people : undefined)}
          />
        </Group>
      );
    case "one":
      return (
        <Group label={label} problem={problem}>
          <Picker
            label={label}
            value={text || null}
            options={
              field.choices
                ? field.choices.map((each) => ({ value: each, label: words[each] ?? each }))
                : options
            }
            placeholder={t("choose")}
            isInvalid={problem !== undefined}
            onPick={written}
            className="w-full sm:w-72"
          />
        </Group>
      );
    case "number":
      return (
        <Group label={label} problem={problem}>
          <NumberInput
            aria-label={label}
            value={typeof value === "number" ? value : null}
            onChange={(number) => onChange(number ?? undefined)}
            className="w-32"
          />
        </Group>
      );
    case "yesno":
      return (
        <Group label={label} problem={problem}>
          <Checkbox
            label={label}
            checked={value === true}
            onCheckedChange={(on) => onChange(on === true)}
          />
        </Group>
      );
    case "template":
      return <TemplateField label={label} value={text} problem={problem} onChange={written} />;
    case "text":
      return (
        <div className="flex flex-col gap-1.5">
          <Field label={label}>
            {(control) => (
              <Input
                {...control}
                value={text}
                maxLength={2000}
                onChange={({ target }) => written(target.value)}
              />
            )}
          </Field>
          <ProblemLine problem={problem} />
        </div>
      );
  }
}
