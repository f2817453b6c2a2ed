"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useTranslations } from "next-intl";

type Line = Outputs["automations"]["run"]["explanation"][number];
type Held = NonNullable<Line["change"]>["before"];

/** One step of a run: what came of it, why, each condition with the value that it saw, and the change. `before` says when it is so. */
export function ExplainedLine({
  line,
  before = "",
  says,
}: {
  line: Line;
  before?: string;
  /** The words for what came of it, where they are not those of a run. */
  says?: string | undefined;
}) {
  const t = useTranslations("automationRuns");
  const { outcome, because, trace = [], change } = line;

  return (
    <li>
      <p>
        {before && <span className="text-n11">{before}: </span>}
        <span className="font-medium">{says ?? t(`outcome_${underscored(outcome)}`)}</span>
        {because && (
          <>
            {": "}
            <bdi>{because}</bdi>
          </>
        )}
      </p>
      {trace.length > 0 && (
        <ul className="mt-1 flex flex-col gap-0.5 text-sm">
          {trace.map(({ text, truth, seen }) => (
            <li key={text} className="min-w-0 break-words">
              <span className="text-n11">{t(`truth_${truth}`)}</span>{" "}
              <code className="font-mono text-xs">{text}</code>
              {seen.length > 0 && (
                <span className="text-n11">
                  {" "}
                  ({seen.map(({ path, value }) => `${path}: ${shown(value)}`).join("; ")})
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {change && (
        <p className="mt-1 text-sm">
          <span className="text-n11">{change.field}</span>{" "}
          <del>
            <bdi>{heldText(change.before) || t("nothing")}</bdi>
          </del>{" "}
          <ins className="no-underline">
            <bdi>{heldText(change.after) || t("nothing")}</bdi>
          </ins>
        </p>
      )}
    </li>
  );
}

function heldText(held: Held): string {
  return Array.isArray(held) ? held.join(", ") : (held ?? "");
}

function shown(value: string | number | boolean | readonly string[] | null): string {
  if (value === null) return "?";
  return typeof value === "object" ? value.join(", ") : String(value);
}

type Underscored<Word extends string> = Word extends `${infer A}-${infer B}` ? `${A}_${B}` : Word;

/** Messages have no hyphen in their names. */
function underscored<Word extends Line["outcome"]>(word: Word): Underscored<Word> {
  // The type says what `replace` does to the one hyphen of an outcome.
  return word.replace("-", "_") as Underscored<Word>;
}
