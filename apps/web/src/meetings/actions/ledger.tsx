"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Tabs } from "@besunny/ui/layout/tabs";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";

import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";

import { LedgerFilter } from "./ledger-filter";
import { ledgerParsers, ledgerTabs } from "./ledger-filters";
import { LedgerList } from "./ledger-list";
import { NewAction } from "./new-action";
import { useToday } from "./use-today";

/** All actions of all meetings: mine, those of others, and drafts that wait for a word. */
export function Ledger() {
  const t = useTranslations("actions");
  const trpc = useTRPC();
  const { role } = useShell();
  const today = useToday();
  const [filters, setFilters] = useQueryStates(ledgerParsers, { history: "push" });
  const [isAdding, setIsAdding] = useState(false);
  const counts = useQuery(
    trpc.actions.count.queryOptions(today ? { today } : {}, { enabled: today !== null }),
  ).data;
  const mayCreate = can(role, "document.correct");

  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          mayCreate && (
            <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setIsAdding(true)}>
              {t("new")}
            </Button>
          )
        }
      />
      <Tabs
        label={t("title")}
        listClassName="px-4"
        value={filters.tab}
        onChange={(next) =>
          void setFilters({
            tab: ledgerTabs.find((tab) => tab === next) ?? "mine",
            show: null,
          })
        }
        tabs={ledgerTabs.map((tab) => ({
          value: tab,
          label: t(`tab_${tab}`),
          count: tab === "mine" ? counts?.open : tab === "drafts" ? counts?.drafts : undefined,
          content: (
            <>
              <LedgerFilter
                filters={filters}
                onChange={(changed, options) => void setFilters(changed, options)}
              />
              <LedgerList
                filters={filters}
                today={today}
                onNew={mayCreate ? () => setIsAdding(true) : null}
                drafts={tab === "drafts" ? 0 : (counts?.drafts ?? 0)}
                onDrafts={() => void setFilters({ tab: "drafts", show: null })}
              />
            </>
          ),
        }))}
      />
      <NewAction open={isAdding} onOpenChange={setIsAdding} projectId={filters.project} />
    </>
  );
}
