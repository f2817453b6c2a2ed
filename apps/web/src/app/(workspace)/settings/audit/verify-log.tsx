"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

/** A button that checks the log against its chain, for the top line of the screen. */
export function VerifyLog({ isChecking, onCheck }: { isChecking: boolean; onCheck: () => void }) {
  const t = useTranslations("auditPage");
  return (
    <Button size="sm" variant="secondary" loading={isChecking} onClick={onCheck}>
      {t("verify")}
    </Button>
  );
}

/** Returns how the check of the log goes: nothing is checked before somebody asks. */
export function useVerification() {
  const trpc = useTRPC();
  return useQuery(
    trpc.workspace.verifyAudit.queryOptions({}, { enabled: false, staleTime: 0, retry: false }),
  );
}

/** Says what the check has found. */
export function Verification({ of }: { of: ReturnType<typeof useVerification> }) {
  const t = useTranslations("auditPage");
  const format = useFormatter();
  const { data, error, isFetching } = of;
  if (isFetching || (!data && !error)) return null;
  const when = (at: Date | string) =>
    format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const isWhole = data?.isWhole ?? false;
  const Icon = isWhole ? ShieldCheck : ShieldAlert;

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
        {data?.broken && <p>{t("broken", { seq: data.broken.seq, reason: data.broken.reason })}</p>}
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
