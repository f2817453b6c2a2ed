"use client";

import { lookIntervals } from "@besunny/api/browser/vocabulary";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { Source } from "~/sources/source";
import { useRuleWords } from "~/sources/use-rule-words";

/** Shows the facts of a source: its account, its folder, who sees it, its rules, and how often it is looked at. */
export function SourceFacts({ source }: { source: Source }) {
  const t = useTranslations("sources");
  const format = useFormatter();
  const rulesOf = useRuleWords();
  const { address, owner, path, name, push } = source;
  const rules = rulesOf(source.rules);

  return (
    <section aria-labelledby="about" className="border-n5 px-4 py-5 max-lg:border-t lg:border-l">
      <h2 id="about" className="font-semibold text-lg">
        {t("about")}
      </h2>
      <dl className="mt-2 flex flex-col gap-3 text-sm">
        <Fact name={t("account")}>
          <bdi>{address}</bdi>
        </Fact>
        <Fact name={t("owner")}>{owner.name}</Fact>
        <Fact name={t("folder")}>
          <bdi>{[...path, name].join(" / ")}</bdi>
        </Fact>
        <Fact name={t("seenBy")}>
          <SeenBy source={source} />
        </Fact>
        <Fact name={t("rules")}>
          {rules.length === 0 ? (
            t("noRules")
          ) : (
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t("every")}>
          <Every seconds={source.everySeconds} />
        </Fact>
        <Fact name={t("push")}>
          {push
            ? t("pushUntil", {
                until: format.dateTime(push.expiresAt, { dateStyle: "medium", timeStyle: "short" }),
              })
            : t("pushNone")}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-n11 text-xs">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

function Every({ seconds }: { seconds: number }) {
  const t = useTranslations("sources");
  const known = lookIntervals.find((each) => each === seconds);
  return <>{known ? t(`every_${known}`) : t("everySeconds", { seconds })}</>;
}

function SeenBy({ source: { visibility, projectIds, owner } }: { source: Source }) {
  const t = useTranslations("sources");
  const format = useFormatter();
  const trpc = useTRPC();
  const projects = useQuery({
    ...trpc.projects.list.queryOptions({}),
    enabled: visibility === "filed" && projectIds.length > 0,
  });
  if (visibility === "owner") return <>{t("seenBy_owner", { name: owner.name })}</>;
  if (visibility === "source") return <>{t("seenBy_source")}</>;
  if (projectIds.length === 0) return <>{t("seenBy_filedNowhere")}</>;
  const names = (projects.data?.items ?? [])
    .filter(({ id }) => projectIds.includes(id))
    .map(({ name }) => name);
  return <>{t("seenBy_filed", { projects: format.list(names) })}</>;
}
