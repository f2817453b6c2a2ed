"use client";

import type { NodeOf } from "@besunny/rules/definition";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";

import { type Problem, problemOn, problemsAt } from "../definition/problems-at";
import { ApproversField } from "./approvers-field";
import { HoursField } from "./hours-field";
import { NumberInput } from "./number-input";
import { Group } from "./problem-line";
import { TemplateField } from "./template-field";

const onTimeouts = ["reject", "pass", "escalate"] as const;

/** The question, the people who are asked, how many of them must agree, and what happens if they do not answer. */
export function ApprovalForm({
  step,
  problems,
  onChange,
}: {
  step: NodeOf<"approval">;
  problems: readonly Problem[];
  onChange: (step: NodeOf<"approval">) => void;
}) {
  const t = useTranslations("automations");
  const anyone = step.approvers.some(({ kind }) => kind !== "person") || step.approvers.length > 1;

  return (
    <div className="flex flex-col gap-4">
      <Group label={t("whoIsAsked")} problem={problemsAt(problems, ["approvers"])[0]}>
        <ApproversField
          label={t("whoIsAsked")}
          approvers={step.approvers}
          onChange={(approvers) => onChange({ ...step, approvers })}
        />
      </Group>
      <TemplateField
        label={t("question")}
        value={step.question}
        problem={problemOn(problems, "question")}
        onChange={(question) => onChange({ ...step, question })}
      />
      {(anyone || step.needed > 1) && (
        <Group label={t("howManyAgree")} problem={problemOn(problems, "needed")}>
          <NumberInput
            aria-label={t("howManyAgree")}
            value={step.needed}
            onChange={(needed) =>
              needed !== null &&
              onChange({ ...step, needed: Math.min(20, Math.max(1, Math.round(needed))) })
            }
            className="w-20"
          />
        </Group>
      )}
      <Group label={t("ifNoAnswer")} problem={problemOn(problems, "hours")}>
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-n11">{t("after")}</span>
          <HoursField value={step.hours} onChange={(hours) => onChange({ ...step, hours })} />
          <Select
            label={t("then")}
            value={step.onTimeout}
            options={onTimeouts.map((value) => ({ value, label: t(`timeout_${value}`) }))}
            onChange={(value) => {
              const onTimeout = onTimeouts.find((each) => each === value);
              if (onTimeout) onChange({ ...step, onTimeout });
            }}
          />
        </div>
      </Group>
      {step.onTimeout === "escalate" && (
        <Group label={t("escalateTo")} problem={problemsAt(problems, ["escalateTo"])[0]}>
          <ApproversField
            label={t("escalateTo")}
            approvers={step.escalateTo}
            onChange={(escalateTo) => onChange({ ...step, escalateTo })}
          />
        </Group>
      )}
      <div className="flex items-center gap-2">
        <Checkbox
          label={t("allowSelf")}
          checked={step.allowSelf}
          onCheckedChange={(checked) => onChange({ ...step, allowSelf: checked === true })}
        />
        <span aria-hidden>{t("allowSelf")}</span>
      </div>
    </div>
  );
}
