"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { useActorName } from "@besunny/web-kit/audit/audit-words";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { Section } from "../section";

/** Says that a document is sensitive and by what. Who may mark documents changes it here, and sees who opened it. */
export function Sensitivity({ id }: { id: string }) {
  const t = useTranslations("sensitive");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const actorName = useActorName();
  const { data } = useQuery(trpc.sensitivity.get.queryOptions({ id }));
  const done = {
    onSuccess: () => cache.invalidateQueries(trpc.sensitivity.pathFilter()),
    onError: (error: unknown) => toast.failed(problemOf(error).message),
  };
  const mark = useMutation(trpc.sensitivity.add.mutationOptions(done));
  const unmark = useMutation(trpc.sensitivity.remove.mutationOptions(done));
  if (!data || (!data.isSensitive && !data.mayMark)) return null;
  const own = data.rules.find(({ kind }) => kind === "document");

  return (
    <Section title={t("title")}>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        {data.isSensitive ? (
          <Badge tone="attention">{t("isSensitive")}</Badge>
        ) : (
          <span className="text-n11">{t("isNot")}</span>
        )}
        {data.rules
          .filter(({ kind }) => kind !== "document")
          .map((rule) => (
            <span key={rule.id} className="text-n11">
              {t(`by_${rule.kind}`)}
            </span>
          ))}
        {data.mayMark &&
          (own ? (
            <Button
              size="sm"
              loading={unmark.isPending}
              onClick={() => unmark.mutate({ id: own.id })}
            >
              {t("unmark")}
            </Button>
          ) : (
            <Button
              size="sm"
              loading={mark.isPending}
              onClick={() => mark.mutate({ kind: "document", value: id })}
            >
              {t("mark")}
            </Button>
          ))}
      </div>
      {data.openings && data.isSensitive && (
        <>
          <h4 className="mt-3 font-medium text-n11 text-xs">{t("openedBy")}</h4>
          {data.openings.length === 0 && <p className="text-n11 text-sm">{t("nobody")}</p>}
          <ul className="mt-1 flex flex-col gap-1 text-sm">
            {data.openings.map(({ at, kind, name, operation }) => (
              <li key={`${at.toISOString()}/${operation}`} className="flex gap-2">
                <bdi>{actorName({ kind, name })}</bdi>
                <span className="ml-auto shrink-0 text-n11">
                  <RelativeTime at={at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
