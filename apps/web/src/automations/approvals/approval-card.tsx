"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Approval } from "./approval";
import { ApprovalBadge } from "./approval-badge";
import { ChangedSince } from "./changed-since";
import { Votes } from "./votes";

/** A question with its document, who is asked, and the answers. The person answers here. */
export function ApprovalCard({ approval }: { approval: Approval }) {
  const t = useTranslations("approvals");
  const trpc = useTRPC();
  const told = useToldChange(trpc.automations.pathKey());
  const [note, setNote] = useState("");
  const decide = useMutation(trpc.automations.decide.mutationOptions());
  const { id, automation, document, question, seen, mayVote, until, needed } = approval;
  const vote = (answer: "approve" | "reject") =>
    decide.mutate({ id, vote: answer, note, seen }, told(t(`told_${answer}`)));

  return (
    <li data-approval className="rounded-lg border border-n6 bg-raised p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 font-semibold">
          <bdi>{question}</bdi>
        </h2>
        <ApprovalBadge state={approval.state} />
      </div>
      <p className="mt-1 min-w-0 truncate">
        <Link
          href={`/documents/${document.id}`}
          data-row
          className="underline decoration-n8 underline-offset-2"
        >
          <bdi>{document.title}</bdi>
        </Link>
      </p>
      <p className="mt-1 text-n11 text-sm">
        {t("from", { name: automation.name })}
        {" · "}
        {t("asked", { names: approval.asked.map(({ name }) => name).join(", ") })}
        {needed > 1 && ` · ${t("needed", { count: needed })}`}
        {approval.state === "open" && (
          <>
            {" · "}
            {t("until")} <RelativeTime at={until} />
          </>
        )}
      </p>
      <ChangedSince changes={approval.changedSince} />
      <Votes votes={approval.votes} />
      {mayVote && (
        <div className="mt-3 flex flex-wrap items-end gap-2">
          <div className="min-w-48 flex-1">
            <Field label={t("note")}>
              {(control) => (
                <Input
                  {...control}
                  value={note}
                  maxLength={1_000}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
              )}
            </Field>
          </div>
          <Button
            icon={<X aria-hidden />}
            data-vote="reject"
            disabled={decide.isPending}
            onClick={() => vote("reject")}
          >
            {t("reject")}
          </Button>
          <Button
            variant="primary"
            icon={<Check aria-hidden />}
            data-vote="approve"
            disabled={decide.isPending}
            onClick={() => vote("approve")}
          >
            {t("approve")}
          </Button>
        </div>
      )}
    </li>
  );
}
