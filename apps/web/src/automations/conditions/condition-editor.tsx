"use client";

import type { Condition } from "@besunny/rules/conditions";
import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { ListFilter, SquareCode } from "lucide-react";
import { useTranslations } from "next-intl";

import { type Problem, problemsAt } from "../definition/problems-at";
import { useVocabulary } from "../words/vocabulary";
import { CelField } from "./cel-field";
import { ConditionGroupEditor } from "./condition-group";

/** A condition as rows, or as a text in the Common Expression Language. Each can become the other where that is possible. */
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
  const { fields } = useVocabulary();
  const isText = "cel" in condition;

  /** The library that reads and writes the text is loaded when somebody asks for it. */
  async function turn() {
    const { compileRows, readRows } = await import("@besunny/rules/compile");
    if ("rows" in condition) return onChange({ cel: compileRows(condition.rows) });
    const catalogue = fields.map(({ path, kind }) => ({ path, kind }));
    const rows = readRows(condition.cel, { fields: catalogue });
    if (rows) onChange({ rows });
    else toast.failed(t("noRows"), t("noRowsHint"));
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
          onClick={() => void turn().catch(() => toast.failed(t("noTurn"), t("noTurnHint")))}
        >
          {t(isText ? "asRows" : "asText")}
        </Button>
      </div>
    </div>
  );
}
