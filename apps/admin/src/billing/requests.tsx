"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Link } from "@besunny/web-kit/link";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Section } from "~/documents/section";

import { unitOf, useAmount } from "./amounts";
import { useBillingDone } from "./use-billing-done";

type Request = Outputs["admin"]["billing"]["requests"]["items"][number];

/** The requests of workspaces for more, with an answer to each. */
export function Requests() {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const requests = useQuery(trpc.admin.billing.requests.queryOptions({}));

  return (
    <Section as="h2" title={t("requests")} hint={t("requestsHint")}>
      <Loaded query={requests} label={t("loading")}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-n11">{t("noRequests")}</p>
          ) : (
            <ul className="flex flex-col divide-y divide-n5">
              {items.map((request) => (
                <Line key={request.id} request={request} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Line({ request }: { request: Request }) {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const done = useBillingDone();
  const amount = useAmount();
  const { id, meter, wanted, state, reason, workspaceId, workspaceName, askedAt } = request;
  const unit = unitOf(meter);
  const [hard, setHard] = useState(String(wanted / unit));
  const [words, setWords] = useState("");
  const answer = useMutation(trpc.admin.billing.answer.mutationOptions(done(t("answered"))));
  const send = (granted: boolean) =>
    answer.mutate({
      id,
      hard: granted ? Math.round(Number(hard) * unit) : null,
      answer: words,
    });

  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-3">
        <Link href={`/workspaces/${workspaceId}`} className="font-medium hover:underline">
          <bdi>{workspaceName}</bdi>
        </Link>
        <span>{t(`meter_${meter}`)}</span>
        <span className="tabular-nums">{amount(meter, wanted)}</span>
        <Badge tone={state === "open" ? "attention" : "neutral"}>{t(`request_${state}`)}</Badge>
        <span className="text-n11 text-sm">
          <RelativeTime at={askedAt} />
        </span>
      </div>
      <bdi className="text-n11 text-sm">{request.answer || reason}</bdi>
      {state === "open" && (
        <div className="flex flex-wrap items-end gap-3">
          <Field label={t("hard")}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                step="any"
                className="w-32"
                value={hard}
                onChange={(event) => setHard(event.target.value)}
              />
            )}
          </Field>
          <Field label={t("answer")}>
            {(control) => (
              <Input
                {...control}
                maxLength={1000}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </Field>
          <Button variant="primary" loading={answer.isPending} onClick={() => send(true)}>
            {t("grant")}
          </Button>
          <Button variant="ghost" loading={answer.isPending} onClick={() => send(false)}>
            {t("refuse")}
          </Button>
        </div>
      )}
    </li>
  );
}
