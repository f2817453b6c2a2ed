"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MessageCircleQuestion } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useCallback, useEffect, useRef } from "react";
import { PageHeader } from "~/shell/page-header";

import { AskBox } from "./ask-box";
import { leaveQuestion } from "./pending-question";
import { SampleQuestions } from "./sample-questions";
import { askParsers, type Scope, scopeFrom } from "./scope";
import { ScopeSelect } from "./scope-select";
import { ThreadsButton } from "./threads/threads-button";

/** The beginning of a conversation: its documents and its first question. */
export function StartScreen() {
  const t = useTranslations("ask");
  const [{ q, ...named }, setAsk] = useQueryStates(askParsers);
  const scope = scopeFrom(named);
  const { begin, isBeginning, error, again } = useBeginning(scope, q);

  return (
    <>
      <PageHeader title={t("title")} actions={<ThreadsButton />} />
      <div className="mx-auto w-full max-w-3xl px-4 py-6">
        <ScopeSelect
          scope={scope}
          onChange={(next) =>
            void setAsk(
              {
                projectId: next.projectId ?? null,
                documentId: next.documentId ?? null,
                documentIds: next.documentIds ?? null,
                query: next.query ?? null,
              },
              { history: "push" },
            )
          }
        />
        <AskBox draftKey="new" question={q} isWriting={isBeginning} onAsk={begin} />
        {error ? (
          <ProblemState error={error} onRetry={again} />
        ) : (
          <EmptyState icon={<MessageCircleQuestion aria-hidden />} title={t("empty")}>
            {t("emptyHint")}
            <SampleQuestions scope={scope} onChoose={begin} />
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** Starts a conversation with its first question; at once where the address holds one. */
function useBeginning(scope: Scope, asked: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const start = useMutation(trpc.conversations.start.mutationOptions());
  const { mutate } = start;
  const last = useRef("");
  const signature = JSON.stringify(scope);

  const begin = useCallback(
    (question: string, isFromAddress = false) => {
      if (!question) return;
      last.current = question;
      mutate(
        { scope: JSON.parse(signature) },
        {
          onSuccess({ id }) {
            leaveQuestion(id, question);
            void queryClient.invalidateQueries(trpc.conversations.list.pathFilter());
            // The address with the question must not ask it again when a person comes back to it.
            if (isFromAddress) router.replace(`/ask/${id}`);
            else router.push(`/ask/${id}`);
          },
        },
      );
    },
    [mutate, queryClient, router, signature, trpc],
  );

  const hasBegun = useRef(false);
  useEffect(() => {
    if (!asked || hasBegun.current) return;
    hasBegun.current = true;
    begin(asked, true);
  }, [asked, begin]);

  return {
    begin: (question: string) => begin(question),
    isBeginning: start.isPending || start.isSuccess,
    error: start.error,
    again: () => begin(last.current),
  };
}
