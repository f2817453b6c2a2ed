"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { useTranslations } from "next-intl";

import type { Saving } from "./use-save";

/** Says why the draft was not saved. If somebody else has saved a newer one, both are offered. */
export function SaveNotice({ saving }: { saving: Saving }) {
  const t = useTranslations("automations");
  const { problem, newer, isSaving, keepMine, takeTheirs } = saving;
  if (!problem) return null;
  if (!newer) return <FormProblem problem={problem} />;
  return (
    <section role="alert" className="flex flex-col gap-2 rounded-md bg-attention-soft px-3 py-2.5">
      <p className="text-attention">
        {t("newer")} <RelativeTime at={newer.updatedAt} />
      </p>
      <p className="text-n12">{newer.sentence}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void takeTheirs()}>
          {t("takeTheirs")}
        </Button>
        <Button size="sm" loading={isSaving} onClick={() => void keepMine()}>
          {t("keepMine")}
        </Button>
      </div>
    </section>
  );
}
