"use client";

import type { Condition } from "@besunny/rules/conditions";
import { Button } from "@besunny/ui/buttons/button";
import { ListFilter, SquareCode } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import { noCondition } from "../definition/new-step";
import { type Problem, problemsAt } from "../definition/problems-at";
import { CelField } from "./cel-field";
import { ConditionGroupEditor } from "./condition-group";

/** A condition as rows, or as a text in the Common Expression Language. While it is open, the form that is not shown is kept. */
export function ConditionEditor({
  condition,
  problems,
  onChange,
}: {
  condition: Condition;
  problems: readonly Problem[];
  onChange: (condition: Condition) => void;
}) {
  const t = useTranslations("automations");
  const other = useRef<Condition | null>(null);
  const isText = "cel" in condition;

  function turn() {
    const next = other.current ?? (isText ? noCondition() : { cel: "" });
    other.current = condition;
    onChange(next);
  }

  return (
    <div className="flex min-w-0 flex-col gap-3">
      {"cel" in condition ? (
        <CelField
          text={condition.cel}
          problem={problemsAt(problems, ["cel"])[0]}
          onChange={(cel) => onChange({ cel })}
        />
      ) : (
        <ConditionGroupEditor
          group={condition.rows}
          problems={problemsAt(problems, ["rows"])}
          depth={1}
          onChange={(rows) => onChange({ rows })}
        />
      )}
      <div>
        <Button
          variant="ghost"
          size="sm"
          icon={isText ? <ListFilter aria-hidden /> : <SquareCode aria-hidden />}
          onClick={turn}
        >
          {t(isText ? "asRows" : "asText")}
        </Button>
      </div>
    </div>
  );
}
