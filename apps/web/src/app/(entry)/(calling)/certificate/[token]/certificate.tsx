"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { EntryHeading } from "@besunny/web-kit/entry/entry-heading";
import { useFormatter, useTranslations } from "next-intl";

import { saveFile } from "~/app/(workspace)/settings/learning/save-file";

/** Shows what was erased of a workspace, and saves the signed certificate. */
export function Certificate({ signed }: { signed: Outputs["identity"]["certificate"] | null }) {
  const t = useTranslations("ending");
  const format = useFormatter();
  if (!signed) return <EntryHeading title={t("certificateNone")} lead={t("certificateNoneHint")} />;
  const { receipt } = signed;
  const { stores, searched, notYet, workspaceId, askedAt, madeAt } = receipt;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "long" });

  return (
    <>
      <EntryHeading title={t("certificate")} lead={t("certificateLead")} />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-n11">{t("asked")}</dt>
        <dd>{day(askedAt)}</dd>
        <dt className="text-n11">{t("erasedAt")}</dt>
        <dd>{day(madeAt)}</dd>
      </dl>
      <p className="mt-3">
        {t("searched", {
          phrases: searched.phrases,
          stores: searched.stores,
          found: searched.found,
        })}
      </p>
      <ul aria-label={t("removed")} className="mt-3 max-h-80 overflow-y-auto border-n5 border-y">
        {stores.map(({ store, holds, found, removed, kept }) => (
          <li key={store} className="flex justify-between gap-4 border-n4 border-b py-2 text-sm">
            <span className="min-w-0">
              {holds}
              {kept.map(({ because }) => (
                <span key={because} className="block text-n11">
                  {because}
                </span>
              ))}
            </span>
            <span className="tabular-nums">
              {format.number(removed)}/{format.number(found)}
            </span>
          </li>
        ))}
      </ul>
      {notYet.map(({ what, until }) => (
        <p key={what} className="mt-3 text-n11 text-sm">
          {t("notYetUntil", { what, day: day(until) })}
        </p>
      ))}
      <Button
        className="mt-4"
        variant="primary"
        onClick={() =>
          saveFile(
            `certificate-${workspaceId}.json`,
            `${JSON.stringify(signed, null, 2)}\n`,
            "application/json",
          )
        }
      >
        {t("save")}
      </Button>
    </>
  );
}
