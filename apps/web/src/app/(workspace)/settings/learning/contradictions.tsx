"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
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

type Pair = Outputs["learning"]["contradictions"]["items"][number];

/** Documents with nearly the same words and different types. After one press both have the same type. */
export function Contradictions() {
  const t = useTranslations("learning");
  const trpc = useTRPC();
  const pairs = useQuery(trpc.learning.contradictions.queryOptions({}));
  return (
    <Panel title={t("contradictions")} hint={t("contradictionsHint")}>
      {pairs.error && <ProblemState error={pairs.error} compact />}
      {pairs.data?.items.length === 0 && <p className="text-n11">{t("noContradictions")}</p>}
      <ul aria-label={t("contradictions")}>
        {pairs.data?.items.map((pair) => (
          <ContradictionRow key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
        ))}
      </ul>
    </Panel>
  );
}

function ContradictionRow({ pair: { one, other } }: { pair: Pair }) {
  const t = useTranslations("learning");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const learned = useLearned();
  const settle = useMutation(
    trpc.documents.correctTypes.mutationOptions({
      onSuccess: async () => {
        await learned();
        toast.done(t("settled"));
      },
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );
  return (
    <li className="border-n5 border-b py-3 last:border-0">
      {[one, other].map((side) => (
        <p key={side.id} className="break-words">
          <Link href={`/documents/${side.id}`} className="underline underline-offset-2">
            <bdi>{side.title}</bdi>
          </Link>{" "}
          <span className="text-n11 text-sm">
            {side.by
              ? t("filedBy", { type: typeName(side.type), person: side.by.name })
              : t("filed", { type: typeName(side.type) })}
          </span>
        </p>
      ))}
      <div className="mt-2 flex flex-wrap gap-2">
        {[one, other].map((side) => (
          <Button
            key={side.id}
            loading={settle.isPending && settle.variables.type === side.type}
            onClick={() =>
              settle.mutate({ ids: [one.id, other.id], type: side.type, place: "learning" })
            }
          >
            {t("bothAre", { type: typeName(side.type) })}
          </Button>
        ))}
      </div>
    </li>
  );
}
