"use client";

import { Button } from "@besunny/ui/buttons/button";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";

import { AnswerView } from "../answer/answer-view";
import { NotFoundView } from "../answer/not-found-view";
import type { Live } from "../use-asking";
import { Question } from "./turn-view";

/** A question whose answer is being written here. What was written stays when it is stopped or the connection is lost. */
export function LiveTurn({
  live: { asked, state, text, outcome, error },
  chosen,
  onHover,
  onAskAgain,
}: {
  live: Live;
  chosen: number | null;
  onHover: (n: number | null) => void;
  onAskAgain: () => void;
}) {
  const t = useTranslations("ask");
  return (
    <li>
      <Question text={asked.question} />
      {outcome && !outcome.found ? (
        <NotFoundView text={text} outcome={outcome} />
      ) : (
        (text !== "" || state === "writing") && (
          <AnswerView
            text={text}
            outcome={outcome}
            isWriting={state === "writing"}
            chosen={chosen}
            onHover={onHover}
          />
        )
      )}
      {state === "stopped" && (
        <p className="mt-3 flex flex-wrap items-center gap-3 text-n11">
          {t("stopped")}
          <Button size="sm" icon={<RotateCcw aria-hidden />} onClick={onAskAgain}>
            {t("askAgain")}
          </Button>
        </p>
      )}
      {state === "failed" && <ProblemState compact error={error} onRetry={onAskAgain} />}
    </li>
  );
}
