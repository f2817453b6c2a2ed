"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

import { Panel } from "../panel";
import { useLearned } from "./use-learned";

const OFFERED = 3;

/** The documents whose types would teach the most, each with its likeliest types to press. */
export function HelpfulDocuments() {
  const t = useTranslations("learning");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const learned = useLearned();
  const helpful = useQuery(trpc.learning.helpful.queryOptions({}));
  const say = useMutation(
    trpc.documents.correctType.mutationOptions({
      onSuccess: learned,
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );
  return (
    <Panel title={t("helpful")} hint={t("helpfulHint")}>
      {helpful.isPending && <Skeleton className="h-24 w-full" />}
      {helpful.error && <ProblemState error={helpful.error} compact />}
      {helpful.data?.items.length === 0 && <p className="text-n11">{t("noHelpful")}</p>}
      <ul aria-label={t("helpful")}>
        {helpful.data?.items.map(({ id, title, candidates }) => (
          <li key={id} className="border-n5 border-b py-2.5 last:border-0">
            <Link href={`/documents/${id}`} className="break-words underline underline-offset-2">
              <bdi>{title}</bdi>
            </Link>
            <div className="mt-1.5 flex flex-wrap gap-2">
              {candidates.slice(0, OFFERED).map(({ name }) => (
                <Button
                  key={name}
                  disabled={say.isPending}
                  aria-label={t("isA", { title, type: typeName(name) })}
                  onClick={() => say.mutate({ id, type: name, place: "learning" })}
                >
                  {typeName(name)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
