"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { saveZip } from "../../own/save-zip";
import { ReasonDialog } from "../reason-dialog";
import { usePrivacyChanged } from "../use-privacy-changed";
import { useReceipt } from "../use-receipt";
import type { Preview } from "./preview";

const DAY_MS = 86_400_000;
const MOST_DAYS = 90;

/** The things to do about a request now: its data, more time, its end, the confirmation of an erasure, its receipt. */
export function RequestActions({ preview: { request } }: { preview: Preview }) {
  const t = useTranslations("privacy");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const changed = usePrivacyChanged();
  const receipt = useReceipt();
  const [asked, setAsked] = useState<"extend" | "done" | "refused" | "restrict" | "confirm" | null>(
    null,
  );
  const done = { onSuccess: () => setAsked(null), onSettled: changed };
  const extend = useMutation(trpc.privacy.extendRequest.mutationOptions(done));
  const end = useMutation(trpc.privacy.endRequest.mutationOptions(done));
  const restrict = useMutation(trpc.privacy.restrict.mutationOptions(done));
  const confirm = useMutation(trpc.privacy.confirmErasure.mutationOptions(done));
  const download = useMutation({
    mutationFn: () =>
      queryClient.fetchQuery(
        trpc.privacy.subjectData.queryOptions({ id: request.id }, { gcTime: 0 }),
      ),
    onSuccess: ({ zip }) => saveZip(zip, `${request.id}.zip`),
  });
  const { id, kind, state, receiptId, mayConfirm } = request;
  const isOpen = state === "open";
  const isErasure = kind === "erase";
  const dialog = asked === "extend" ? extend : asked === "restrict" ? restrict : end;

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {isOpen && isErasure && (
          <Button variant="danger" disabled={!mayConfirm} onClick={() => setAsked("confirm")}>
            {t("confirmErasure")}
          </Button>
        )}
        {isOpen && (
          <Button loading={download.isPending} onClick={() => download.mutate()}>
            {t("downloadData")}
          </Button>
        )}
        {isOpen && kind === "restrict" && (
          <Button variant="primary" onClick={() => setAsked("restrict")}>
            {t("restrictAction")}
          </Button>
        )}
        {isOpen && !isErasure && kind !== "restrict" && (
          <Button onClick={() => setAsked("done")}>{t("markDone")}</Button>
        )}
        {isOpen && <Button onClick={() => setAsked("extend")}>{t("extend")}</Button>}
        {isOpen && <Button onClick={() => setAsked("refused")}>{t("refuse")}</Button>}
        {receiptId && <Button onClick={() => receipt(receiptId)}>{t("downloadReceipt")}</Button>}
      </div>
      {isOpen && isErasure && !mayConfirm && <p className="text-n11">{t("secondPerson")}</p>}
      {state === "working" && <p role="status">{t("isWorking")}</p>}
      {download.error && <FormProblem problem={problemOf(download.error)} />}
      {asked !== null && asked !== "confirm" && (
        <ReasonDialog
          title={t(`${asked}Title`)}
          hint={t(`${asked}Hint`)}
          action={t(`${asked}Action`)}
          error={dialog.error}
          isPending={dialog.isPending}
          onDo={(reason) => {
            if (asked === "extend")
              extend.mutate({
                id,
                reason,
                dueAt: new Date(request.askedAt.getTime() + MOST_DAYS * DAY_MS),
              });
            else if (asked === "restrict") restrict.mutate({ requestId: id, reason });
            else end.mutate({ id, as: asked, outcome: reason });
          }}
          onClose={() => setAsked(null)}
        />
      )}
      <Dialog
        open={asked === "confirm"}
        onOpenChange={() => setAsked(null)}
        title={t("confirmTitle")}
        description={t("confirmHint")}
        closeLabel={t("cancel")}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>{t("cancel")}</Button>
            <Button
              variant="danger"
              loading={confirm.isPending}
              onClick={() => confirm.mutate({ id })}
            >
              {t("confirmErasure")}
            </Button>
          </>
        }
      >
        {confirm.error && <FormProblem problem={problemOf(confirm.error)} />}
      </Dialog>
    </div>
  );
}
