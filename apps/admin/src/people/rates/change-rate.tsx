"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { useDone } from "../use-done";

export type Rate = Outputs["admin"]["workspaces"]["rates"]["items"][number];

/** Asks for other points of a limit, or for the usual ones again, and why. */
export function ChangeRate({
  workspaceId,
  rate,
  onClose,
}: {
  workspaceId: string;
  rate: Rate;
  onClose: () => void;
}) {
  const t = useTranslations("rates");
  const trpc = useTRPC();
  const done = useDone();
  const formId = useId();
  const [points, setPoints] = useState(String(rate.points));
  const [reason, setReason] = useState("");
  const change = useMutation(
    trpc.admin.workspaces.changeRate.mutationOptions(done(t("changed"), onClose)),
  );
  const send = (next: number | null) =>
    change.mutate({ id: workspaceId, bucket: rate.bucket, points: next, reason });

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("changeOf", { bucket: t(rate.bucket) })}
      closeLabel={t("close")}
      actions={
        <>
          {rate.isOwn && (
            <Button
              variant="ghost"
              disabled={reason.trim().length < 3}
              loading={change.isPending}
              onClick={() => send(null)}
            >
              {t("reset")}
            </Button>
          )}
          <Button variant="primary" type="submit" form={formId} loading={change.isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send(Number(points));
        }}
      >
        <Field label={t("points")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              required
              min={10}
              max={1_000_000}
              step={1}
              value={points}
              onChange={(event) => setPoints(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("reason")} hint={t("reasonHint")}>
          {(control) => (
            <Input
              {...control}
              required
              minLength={3}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
