"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Textarea } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { useEvaluations } from "./evaluations/use-evaluations";
import { useFigures } from "./use-figures";
import type { Release } from "./use-releases";
import { useReleasesChanged } from "./use-releases-changed";

/** The server takes no shorter reason. */
const LEAST_REASON = 10;

/** Asks whether a release should decide from now on, and why if it was not compared or is worse. */
export function PromoteDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const changed = useReleasesChanged();
  const formId = useId();
  const [reason, setReason] = useState("");
  // A comparison may have ended since the page was read.
  const releases = useQuery({
    ...trpc.releases.list.queryOptions({}),
    refetchOnMount: "always",
  });
  const items = releases.data?.items ?? [];
  const now = items.find(({ id }) => id === release.id) ?? release;
  const champion = items.find(({ roles }) => roles.includes("champion"));
  const why = useWhyReason(release.id, champion?.id);
  const { number } = release;
  const promote = useMutation(
    trpc.releases.promote.mutationOptions(changed(t("promoted", { number }), onClose)),
  );
  const isAsked = now.needsReason || promote.error !== null;

  function decide(event: FormEvent) {
    event.preventDefault();
    promote.mutate({ id: release.id, reason });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("promoteTitle", { number })}
      description={champion ? t("promoteHint", { number: champion.number }) : t("promoteFirstHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            disabled={releases.isFetching}
            loading={promote.isPending}
          >
            {t("promote")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={decide} className="flex flex-col gap-3">
        {promote.error && <FormProblem problem={problemOf(promote.error)} />}
        {now.needsReason && <p>{why}</p>}
        {isAsked && (
          <Field label={t("reason")} hint={t("reasonHint", { count: LEAST_REASON })}>
            {(control) => (
              <Textarea
                {...control}
                dir="auto"
                required={now.needsReason}
                minLength={LEAST_REASON}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        )}
      </form>
    </Dialog>
  );
}

/** Says why a release needs a reason, by its last comparison. */
function useWhyReason(id: string, championId: string | undefined): string {
  const t = useTranslations("releases");
  const { gainWords } = useFigures();
  const { evaluations } = useEvaluations();
  const done = evaluations.data?.items.find(
    ({ releaseId, state }) => releaseId === id && state === "done",
  );
  const gain = done?.baselineId === championId ? done?.metrics?.gain : null;
  return gain ? t("whyWorse", { gain: gainWords(gain) }) : t("whyNotCompared");
}
