"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useLearned } from "../learning/use-learned";
import { Panel } from "../panel";

type Proposal = Outputs["learning"]["proposals"]["items"][number];

/** Groups of unknown documents that are alike. All documents of a group get the type that is added. */
export function ProposedTypes() {
  const t = useTranslations("learning");
  const trpc = useTRPC();
  const proposals = useQuery(trpc.learning.proposals.queryOptions({}));
  return (
    <Panel title={t("proposals")} hint={t("proposalsHint")}>
      {proposals.isPending && <Skeleton className="h-24 w-full" />}
      {proposals.error && <ProblemState error={proposals.error} compact />}
      {proposals.data?.items.length === 0 && <p className="text-n11">{t("noProposals")}</p>}
      <ul aria-label={t("proposals")}>
        {proposals.data?.items.map((proposal) => (
          <ProposalRow key={proposal.ids[0]} proposal={proposal} />
        ))}
      </ul>
    </Panel>
  );
}

function ProposalRow({ proposal: { name, count, ids, examples } }: { proposal: Proposal }) {
  const t = useTranslations("learning");
  const trpc = useTRPC();
  const learned = useLearned();
  const [called, setCalled] = useState(name ?? "");
  const onError = (error: unknown) => toast.failed(problemOf(error).message);
  const dismiss = useMutation(
    trpc.learning.dismissProposal.mutationOptions({ onSuccess: learned, onError }),
  );
  const label = useMutation(
    trpc.documents.correctTypes.mutationOptions({
      async onSuccess() {
        await learned();
        toast.done(t("accepted", { name: called }));
      },
      onError,
    }),
  );
  const create = useMutation(
    trpc.taxonomy.create.mutationOptions({
      onSuccess: (type) => label.mutate({ ids, type: type.name, place: "learning" }),
      onError,
    }),
  );
  const isBusy = dismiss.isPending || create.isPending || label.isPending;

  return (
    <li className="border-n5 border-b py-3 last:border-0">
      <p className="font-medium">{t("proposal", { count })}</p>
      <ul className="mt-1 text-sm">
        {examples.map(({ id, title }) => (
          <li key={id} className="break-words">
            <Link href={`/documents/${id}`} className="underline underline-offset-2">
              <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <Field label={t("proposedName")}>
          {(control) => (
            <Input
              {...control}
              value={called}
              maxLength={60}
              onChange={(event) => setCalled(event.target.value)}
            />
          )}
        </Field>
        <Button
          variant="primary"
          disabled={isBusy || called.trim() === ""}
          onClick={() =>
            create.mutate({
              name: called,
              definition: t("definitionOf", { title: examples[0]?.title ?? called }).slice(0, 600),
            })
          }
        >
          {t("accept")}
        </Button>
        <Button disabled={isBusy} onClick={() => dismiss.mutate({ ids })}>
          {t("dismiss")}
        </Button>
      </div>
    </li>
  );
}
