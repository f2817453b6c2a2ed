"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { DifferencesDialog } from "./differences/differences-dialog";
import { EvaluateDialog } from "./evaluations/evaluate-dialog";
import { PromoteDialog } from "./promote-dialog";
import { RollBackDialog } from "./roll-back-dialog";
import { type Release, useReleases } from "./use-releases";
import { useReleasesChanged } from "./use-releases-changed";

type Shown = "differences" | "evaluate" | "promote" | "roll-back";

/** The buttons of a release: see in what it differs, compare it, try it, and let it decide. */
export function ReleaseActions({ release, mayManage }: { release: Release; mayManage: boolean }) {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const changed = useReleasesChanged();
  const { items, hasDecided } = useReleases();
  const [shown, setShown] = useState<Shown | null>(null);
  const shadow = useMutation(
    trpc.experiments.start.mutationOptions({
      ...changed(t("shadowStarted", { number: release.number })),
      onError(error) {
        const { message, hint } = problemOf(error);
        toast.failed(message, hint ?? undefined);
      },
    }),
  );
  const { number } = release;
  const decides = release.roles.includes("champion");
  const close = () => setShown(null);

  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {items.length > 1 && (
        <Button
          size="sm"
          aria-label={t("differencesOf", { number })}
          onClick={() => setShown("differences")}
        >
          {t("differences")}
        </Button>
      )}
      {!decides && (
        <Button
          size="sm"
          aria-label={t("compareOf", { number })}
          onClick={() => setShown("evaluate")}
        >
          {t("compare")}
        </Button>
      )}
      {mayManage && !decides && release.roles.length === 0 && (
        <Button
          size="sm"
          aria-label={t("shadowOf", { number })}
          loading={shadow.isPending}
          onClick={() => shadow.mutate({ releaseId: release.id })}
        >
          {t("shadow")}
        </Button>
      )}
      {mayManage &&
        !decides &&
        (hasDecided(release.id) ? (
          <Button
            size="sm"
            aria-label={t("rollBackTo", { number })}
            onClick={() => setShown("roll-back")}
          >
            {t("rollBack")}
          </Button>
        ) : (
          <Button
            size="sm"
            aria-label={t("promoteOf", { number })}
            onClick={() => setShown("promote")}
          >
            {t("promote")}
          </Button>
        ))}
      {shown === "differences" && <DifferencesDialog release={release} onClose={close} />}
      {shown === "evaluate" && (
        <EvaluateDialog release={release} mayManage={mayManage} onClose={close} />
      )}
      {shown === "promote" && <PromoteDialog release={release} onClose={close} />}
      {shown === "roll-back" && <RollBackDialog release={release} onClose={close} />}
    </div>
  );
}
