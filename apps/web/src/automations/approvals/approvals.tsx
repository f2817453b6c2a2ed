"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Tabs } from "@besunny/ui/layout/tabs";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Stamp } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";

import { moveRow } from "~/documents/row-focus";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { ApprovalCard } from "./approval-card";

const states = ["open", "decided"] as const;
type State = (typeof states)[number];

/** The questions that automations ask the person: those that wait for an answer, and those that were answered. */
export function Approvals() {
  const t = useTranslations("approvals");
  const ta = useTranslations("automations");
  const [state, setState] = useQueryState(
    "state",
    parseAsStringLiteral(states).withDefault("open"),
  );
  const press = (name: "approve" | "reject") =>
    document.activeElement
      ?.closest("[data-approval]")
      ?.querySelector<HTMLButtonElement>(`[data-vote=${name}]`)
      ?.click();
  useScreenKeys(
    t("title"),
    [
      { keys: ["j"], does: t("keyDown") },
      { keys: ["k"], does: t("keyUp") },
      { keys: ["A"], does: t("keyApprove") },
      { keys: ["R"], does: t("keyReject") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      a: () => press("approve"),
      r: () => press("reject"),
    },
  );

  return (
    <>
      <PageHeader trail={[{ href: "/automations", name: ta("title") }]} title={t("title")} />
      <Tabs
        label={t("states")}
        value={state}
        onChange={(next) => void setState(states.find((each) => each === next) ?? "open")}
        listClassName="px-4"
        tabs={states.map((each) => ({
          value: each,
          label: t(`state_${each}`),
          content: <Questions state={each} />,
        }))}
      />
    </>
  );
}

function Questions({ state }: { state: State }) {
  const t = useTranslations("approvals");
  const trpc = useTRPC();
  const questions = useInfiniteQuery(
    trpc.automations.approvals.infiniteQueryOptions(
      { state, limit: 25 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );

  return (
    <Loaded query={questions} label={t("loading")}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0)
          return (
            <EmptyState icon={<Stamp aria-hidden />} title={t(`none_${state}`)}>
              {t(`noneHint_${state}`)}
            </EmptyState>
          );
        return (
          <>
            <ul aria-label={t("title")} className="mx-auto flex max-w-3xl flex-col gap-3 p-4">
              {items.map((approval) => (
                <ApprovalCard key={approval.id} approval={approval} />
              ))}
            </ul>
            {questions.hasNextPage && (
              <LoadMore
                label={t("more")}
                loading={questions.isFetchingNextPage}
                onLoad={() => void questions.fetchNextPage()}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
