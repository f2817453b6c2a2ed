"use client";

import { printPart } from "@besunny/api/browser/grammar";
import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { partsOf, without } from "~/queries/edit-query";
import { useConditionText } from "~/queries/use-condition-text";

type Hints = Outputs["search"]["find"]["hints"];

/** Says that a search found nothing, with the nearest spelling and the conditions that can be taken away. */
export function NothingFound({
  query,
  hints,
  onSearch,
}: {
  query: string;
  hints: Hints;
  onSearch: (query: string) => void;
}) {
  const t = useTranslations("search");
  const textOf = useConditionText();
  const parts = partsOf(query);
  const lifts = parts.flatMap((part, at) => (part.kind === "word" ? [] : [{ part, at }]));
  const found = hints?.lift.reduce((most, { documents }) => Math.max(most, documents), 0) ?? 0;
  const spelled = respelled(query, hints);

  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t("none", { query })}
      actions={lifts.map(({ part, at }) => (
        <Button key={printPart(part)} size="sm" onClick={() => onSearch(without(query, at))}>
          {t("lift", { condition: textOf(part) })}
        </Button>
      ))}
    >
      {spelled !== null && (
        <p>
          {t("didYouMean")}{" "}
          <button
            type="button"
            onClick={() => onSearch(spelled)}
            className="font-medium text-n12 underline underline-offset-2"
          >
            <bdi>{spelled}</bdi>
          </button>
        </p>
      )}
      {hints?.near
        .filter(({ near }) => near.length === 0)
        .map(({ word }) => (
          <p key={word}>{t("unknownWord", { word })}</p>
        ))}
      <p>{found > 0 ? t("liftFinds", { count: found }) : t("noneHint")}</p>
    </EmptyState>
  );
}

/** Returns the query with its words as visible documents spell them; its conditions stay. */
function respelled(query: string, hints: Hints): string | null {
  const near = hints?.near.filter((each) => each.near.length > 0) ?? [];
  if (near.length === 0) return null;
  return near.reduce(
    (text, { word, near: [best = word] }) =>
      text
        .split(/(\s+)/)
        .map((piece) => (piece.toLowerCase() === word.toLowerCase() ? best : piece))
        .join(""),
    query,
  );
}
