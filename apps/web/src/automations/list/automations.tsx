"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Workflow } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { moveRow } from "~/documents/row-focus";
import { useLanguage } from "~/i18n/use-language";
import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { ApprovalsLink } from "../approvals/approvals-link";
import { AutomationRow } from "./automation-row";
import { NewAutomation } from "./new-automation";
import { TemplateCards } from "./template-cards";

/** The automations that a person may see, the newest change first. */
export function Automations() {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const language = useLanguage();
  const { role } = useShell();
  const mayMake = can(role, "automation.manage");
  const [showsEnded, setShowsEnded] = useState(false);
  const automations = useQuery(trpc.automations.list.queryOptions({ language }));
  useScreenKeys(
    t("title"),
    [
      { keys: ["j"], does: t("keyDown") },
      { keys: ["k"], does: t("keyUp") },
      { keys: ["↵"], does: t("keyOpen") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      ArrowDown: () => moveRow(1),
      ArrowUp: () => moveRow(-1),
    },
  );

  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ApprovalsLink />
            {mayMake && <NewAutomation />}
          </>
        }
      />
      <Loaded query={automations} label={t("loading")}>
        {({ items }) => {
          const ended = items.filter(({ state }) => state === "ended");
          const shown = showsEnded ? items : items.filter(({ state }) => state !== "ended");
          if (items.length === 0)
            return (
              <div className="mx-auto max-w-3xl p-4">
                <EmptyState icon={<Workflow aria-hidden />} title={t("empty")} className="py-10">
                  {t(mayMake ? "emptyHint" : "emptyHintViewer")}
                </EmptyState>
                {mayMake && <TemplateCards />}
              </div>
            );
          return (
            <>
              <ul aria-label={t("title")}>
                {shown.map((automation) => (
                  <AutomationRow key={automation.id} automation={automation} />
                ))}
              </ul>
              {ended.length > 0 && (
                <div className="p-4">
                  <Button variant="ghost" size="sm" onClick={() => setShowsEnded(!showsEnded)}>
                    {t(showsEnded ? "hideEnded" : "showEnded", { count: ended.length })}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
