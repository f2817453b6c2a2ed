"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Link } from "@besunny/web-kit/link";
import { Coins, Lock, Rocket, SearchCheck, Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { PageHeader } from "~/shell/page-header";

import { Board, RangeBar } from "./board";
import { workspaceBoard } from "./boards";
import { Cohorts } from "./people/cohorts";
import { GoalList } from "./people/goal-list";
import { useBoardPlace } from "./use-board-place";
import { WorkspaceFigures } from "./workspace-figures";

/** For owners and admins: documents, people, questions, quality and cost of the workspace. */
export function WorkspaceAnalytics({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("analytics");
  return (
    <>
      <PageHeader title={t("title")} />
      {isAllowed ? (
        <WorkspaceFigures>
          <Figures />
        </WorkspaceFigures>
      ) : (
        <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")} />
      )}
    </>
  );
}

function Figures() {
  const t = useTranslations("analytics");
  const place = useBoardPlace();
  return (
    <div className="flex flex-col gap-5 p-4">
      <RangeBar place={place} />
      <p className="max-w-[70ch] text-n11 text-sm">{t("peopleHint")}</p>
      <Board
        place={place}
        sections={workspaceBoard}
        after={{
          people: <Cohorts place={place} />,
          questions: (
            <Leads>
              <Lead
                href="/settings/search"
                icon={<SearchCheck aria-hidden />}
                name={t("toSearch")}
              />
            </Leads>
          ),
          quality: (
            <Leads>
              <Lead
                href="/settings/data-quality"
                icon={<Sparkles aria-hidden />}
                name={t("toQuality")}
              />
              <Lead
                href="/settings/releases"
                icon={<Rocket aria-hidden />}
                name={t("toReleases")}
              />
            </Leads>
          ),
          cost: (
            <Leads>
              <Lead href="/settings/spending" icon={<Coins aria-hidden />} name={t("toSpending")} />
            </Leads>
          ),
        }}
      />
      <GoalList place={place} />
    </div>
  );
}

function Leads({ children }: { children: ReactNode }) {
  return <div className="mt-3 flex flex-wrap gap-2">{children}</div>;
}

function Lead({ href, icon, name }: { href: string; icon: ReactNode; name: string }) {
  return (
    <Button asChild size="sm">
      <Link href={href}>
        {icon}
        {name}
      </Link>
    </Button>
  );
}
