"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

type Verified = Outputs["workspace"]["verifyAudit"];

/** A button that checks a log against its chain, for the top line of the screen. */
export function VerifyLog({ isChecking, onCheck }: { isChecking: boolean; onCheck: () => void }) {
  const t = useTranslations("audit");
  return (
    <Button size="sm" variant="secondary" loading={isChecking} onClick={onCheck}>
      {t("verify")}
    </Button>
  );
}

/** Says what a check has found, with the way to the first entry that does not hold. Shows nothing before somebody asked. */
export function Verification({
  data,
  error,
  isFetching,
  onShow,
}: {
  data: Verified | undefined;
  error: unknown;
  isFetching: boolean;
  onShow: (entryId: string) => void;
}) {
  const t = useTranslations("audit");
  const format = useFormatter();
  if (isFetching || (!data && !error)) return null;
  const when = (at: Date | string) =>
    format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const isWhole = data?.isWhole ?? false;
  const Icon = isWhole ? ShieldCheck : ShieldAlert;
  const entryId = data?.broken?.entryId;

  return (
    <div role="status" className="flex items-start gap-3 border-b bg-n2 px-4 py-3">
      <Icon
        aria-hidden
        className={isWhole ? "size-5 shrink-0 text-good" : "size-5 shrink-0 text-bad"}
      />
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">
          {error
            ? t("verifyFailed")
            : t(isWhole ? "isWhole" : "isBroken", { count: data?.entries ?? 0 })}
        </p>
        {data?.broken && (
          <p className="flex flex-wrap items-center gap-2">
            {t("broken", { seq: data.broken.seq, reason: data.broken.reason })}
            {entryId && (
              <Button size="sm" onClick={() => onShow(entryId)}>
                {t("showEntry")}
              </Button>
            )}
          </p>
        )}
        {data?.began && (
          <p className="text-n11">
            {t("chainSince", { at: when(data.began), before: data.before })}{" "}
            {data.anchors.lastAt
              ? t("anchored", { count: data.anchors.count, at: when(data.anchors.lastAt) })
              : t("notAnchored")}
            {data.anchors.unknownKeys > 0 &&
              ` ${t("unknownKeys", { count: data.anchors.unknownKeys })}`}
          </p>
        )}
        {data?.hash && (
          <p className="break-all text-n11 text-sm">{t("hash", { hash: data.hash })}</p>
        )}
      </div>
    </div>
  );
}
