"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { rungs } from "@besunny/api/browser/vocabulary";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

import { useFigures } from "../use-figures";
import { useProjectName } from "../use-project-name";

type Difference = Outputs["releases"]["compare"]["differences"][number];

/** All types, or the whole workspace. */
const ALL = "*";

/** Returns what says one difference of two releases in the language of the page. */
export function useDifferenceWords() {
  const t = useTranslations("releases");
  const { typeName } = useNames();
  const { percent } = useFigures();
  const projectName = useProjectName();

  const least = (value: string | null) => (value === null ? t("ownLeast") : percent(Number(value)));
  const rungWords = (value: string | null) =>
    (value ?? "")
      .split(", ")
      .map((name) => {
        const known = rungs.find((rung) => rung === name);
        return known ? t(`rung_${known}`) : name;
      })
      .join(", ");

  return ({ part, of, before, after }: Difference): string => {
    switch (part) {
      case "heads": {
        const whose =
          of === null || of === ALL ? t("ofWorkspace") : t("ofProject", { name: projectName(of) });
        if (after === null) return t("headGone", { whose });
        return before === null ? t("headNew", { whose }) : t("headOther", { whose });
      }
      case "thresholds": {
        const values = { before: least(before), after: least(after) };
        return of === null || of === ALL
          ? t("leastOfAll", values)
          : t("leastOf", { type: typeName(of), ...values });
      }
      case "rungs":
        return t("differs_rungs", { before: rungWords(before), after: rungWords(after) });
      default:
        return t(`differs_${part}`, {
          before: before ?? t("noModel"),
          after: after ?? t("noModel"),
        });
    }
  };
}
