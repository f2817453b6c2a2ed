"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTranslations } from "next-intl";

import type { Outcome } from "../use-asking";
import { AnswerTable } from "./answer-table";
import { paragraphsOf } from "./answer-text";
import { CitationLink } from "./citation-link";

/** The answer as it is written; its numbers lead to the words they rest on. */
export function AnswerView({
  text,
  outcome,
  isWriting,
  chosen,
  onHover,
}: {
  text: string;
  outcome: Outcome | null;
  isWriting: boolean;
  chosen: number | null;
  onHover: (n: number | null) => void;
}) {
  const t = useTranslations("ask");

  return (
    <article aria-label={t("answer")} aria-busy={isWriting} className="mt-3">
      <div aria-live="polite" className="flex max-w-[42rem] flex-col gap-3 text-lg leading-7">
        {paragraphsOf(text).map((pieces, paragraph) => (
          <p key={paragraph} dir="auto" className="whitespace-pre-line break-words">
            {pieces.map((piece, position) =>
              piece.kind === "text" ? (
                piece.text
              ) : (
                <CitationLink
                  key={position}
                  n={piece.n}
                  source={outcome?.citations.find(({ n }) => n === piece.n)}
                  isChosen={chosen === piece.n}
                  onHover={onHover}
                />
              ),
            )}
          </p>
        ))}
      </div>
      {isWriting && text === "" && (
        <div
          role="status"
          aria-label={t("reading")}
          className="flex max-w-[42rem] flex-col gap-2.5"
        >
          <Skeleton className="w-full" />
          <Skeleton className="w-11/12" />
          <Skeleton className="w-2/3" />
        </div>
      )}
      {outcome?.table && (
        <AnswerTable
          table={outcome.table}
          citations={outcome.citations}
          chosen={chosen}
          onHover={onHover}
        />
      )}
    </article>
  );
}
