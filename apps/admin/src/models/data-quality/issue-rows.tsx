"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { IssueTable } from "./issue-table";
import { issueParsers } from "./place";

/** Single issues, the newest first, of what was chosen above. */
export function IssueRows() {
  const t = useTranslations("dataQuality");
  const trpc = useTRPC();
  const [{ workspace, ...place }, setPlace] = useQueryStates(issueParsers, { history: "push" });
  const rows = useQuery(
    trpc.admin.quality.issues.queryOptions(
      { workspaceId: workspace, ...place },
      { placeholderData: keepPreviousData },
    ),
  );
  const isNarrow = place.kind !== null || place.source !== null;

  return (
    <section aria-label={t("rows")}>
      <header className="flex flex-wrap items-start gap-2">
        <div className="flex-1">
          <h2 className="font-semibold">{t("rows")}</h2>
          <p className="text-n11 text-xs">{t("rowsDefinition")}</p>
        </div>
        {isNarrow && (
          <Button onClick={() => void setPlace({ kind: null, source: null })}>
            {t("showAll")}
          </Button>
        )}
      </header>
      {rows.data && <IssueTable issues={rows.data.items} label={t("rows")} />}
    </section>
  );
}
