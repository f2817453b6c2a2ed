"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { MessageCircleQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { AnswerView } from "./answer-view";
import { AskBox } from "./ask-box";
import { NotFoundView } from "./not-found-view";
import { SampleQuestions } from "./sample-questions";
import { ScopeSelect } from "./scope-select";
import { SourcesPanel } from "./sources-panel";
import { useAnswer } from "./use-answer";

const askParsers = {
  q: parseAsString.withDefault(""),
  projectId: parseAsString,
  documentId: parseAsString,
  source: parseAsInteger,
};

/** A question of everything, a project or one document; the answer as it is written, every claim one click from its words. */
export function AskScreen() {
  const t = useTranslations("ask");
  const [{ q, projectId, documentId, source }, setAsk] = useQueryStates(askParsers);
  const { answer, stop, askAgain } = useAnswer(q, {
    ...(projectId ? { projectId } : {}),
    ...(documentId ? { documentId } : {}),
  });
  const [hovered, setHovered] = useState<number | null>(null);
  const choose = (n: number | null) => void setAsk({ source: n });

  useScreenKeys(
    t("title"),
    [
      { keys: ["1", "…", "9"], does: t("keySource") },
      { keys: ["Esc"], does: t("stop") },
    ],
    {
      Escape: stop,
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, n) => [String(n + 1), () => choose(n + 1)]),
      ),
    },
  );

  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex flex-col lg:flex-row">
        <div className="mx-auto w-full min-w-0 max-w-3xl flex-1 px-4 py-6">
          <ScopeSelect
            projectId={projectId}
            documentId={documentId}
            onChange={(scope) => void setAsk({ ...scope, source: null }, { history: "push" })}
          />
          <AskBox
            question={q}
            isWriting={answer.state === "writing"}
            onStop={stop}
            onAsk={(question) => {
              if (question === q) askAgain();
              else void setAsk({ q: question || null, source: null }, { history: "push" });
            }}
          />
          {answer.state === "idle" && (
            <EmptyState icon={<MessageCircleQuestion aria-hidden />} title={t("empty")}>
              {t("emptyHint")}
              <SampleQuestions
                scope={{
                  ...(projectId && { projectId }),
                  ...(documentId && { documentId }),
                }}
                onChoose={(question) => void setAsk({ q: question }, { history: "push" })}
              />
            </EmptyState>
          )}
          {answer.state === "failed" && <ProblemState error={answer.error} onRetry={askAgain} />}
          {answer.outcome && !answer.outcome.found && <NotFoundView outcome={answer.outcome} />}
          {answer.state !== "idle" &&
            answer.state !== "failed" &&
            answer.outcome?.found !== false && (
              <AnswerView answer={answer} chosen={hovered ?? source} onHover={setHovered} />
            )}
        </div>
        {answer.state !== "idle" && (
          <SourcesPanel
            citations={answer.outcome?.citations ?? null}
            chosen={hovered ?? source}
            onHover={setHovered}
          />
        )}
      </div>
    </>
  );
}
