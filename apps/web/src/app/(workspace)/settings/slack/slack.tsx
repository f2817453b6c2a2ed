"use client";

import { can } from "@besunny/api/browser/policy";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";

import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";

import { Panel } from "../panel";
import { SlackInstall } from "./slack-install";
import { SlackLink } from "./slack-link";

const EVERY_MS = 5_000;
const outcomes = ["connected", "refused", "failed", "ended"] as const;

/** The Slack of the workspace, and which person of it the reader is. */
export function SlackPage() {
  const t = useTranslations("slack");
  const ts = useTranslations("settings");
  const trpc = useTRPC();
  const { role } = useShell();
  // A link is confirmed in Slack, so the page looks again.
  const found = useQuery(trpc.slack.get.queryOptions({}, { refetchInterval: EVERY_MS }));
  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      <Outcome />
      {found.isPending && <Skeleton className="m-4 h-48 max-w-2xl" />}
      {found.error && !found.data && (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <>
          <Panel title={t("ofWorkspace")} hint={t("lead")}>
            <SlackInstall slack={found.data} mayManage={can(role, "slack.manage")} />
          </Panel>
          {found.data.install && (
            <Panel title={t("me")} hint={t("meHint")}>
              <SlackLink mine={found.data.mine} />
              <p className="mt-4 text-n11 text-sm">
                {t("choose")}{" "}
                <Link href="/settings?tab=notices" className="text-accent-strong underline">
                  {t("chooseLink")}
                </Link>
              </p>
            </Panel>
          )}
        </>
      )}
    </>
  );
}

/** Tells how an installation ended, after the way back from Slack. */
function Outcome() {
  const t = useTranslations("slack");
  const [given] = useQueryState("slack", parseAsString);
  const [problem] = useQueryState("problem", parseAsString);
  const outcome = outcomes.find((each) => each === given);
  if (!outcome) return null;
  return (
    <p role="status" className="mx-4 mt-4 max-w-2xl rounded-md bg-n3 px-3 py-2 text-sm">
      {t(`outcome_${outcome}`)}
      {outcome === "failed" && problem ? ` ${problem}` : ""}
    </p>
  );
}
