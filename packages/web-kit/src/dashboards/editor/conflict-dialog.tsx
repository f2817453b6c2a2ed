"use client";

import { changesBetween } from "@besunny/api/browser/dashboards";
import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTranslations } from "next-intl";

import { ChangeList } from "../change-list";
import type { DashboardData } from "../dashboard-data";
import { type Draft, draftOf } from "./use-draft";

/** Somebody else saved first: shows what they changed beside what I did, to keep mine or take theirs. */
export function ConflictDialog({ edited, theirs }: { edited: Draft; theirs: DashboardData }) {
  const t = useTranslations("dashboards");
  const { base, draft, keepMine, takeTheirs, decideLater } = edited;

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && decideLater()}
      title={t("conflict")}
      description={t("conflictWhat")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={takeTheirs}>{t("takeTheirs")}</Button>
          <Button variant="primary" loading={edited.isSaving} onClick={keepMine}>
            {t("keepMine")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <section>
          <h3 className="font-medium">{t("theyChanged")}</h3>
          <ChangeList changes={changesBetween(draftOf(base), draftOf(theirs))} />
        </section>
        <section>
          <h3 className="font-medium">{t("iChanged")}</h3>
          <ChangeList changes={changesBetween(draftOf(base), draft)} />
        </section>
      </div>
      <p className="mt-4 text-n11 text-xs">{t("keepMineHint")}</p>
    </Dialog>
  );
}
