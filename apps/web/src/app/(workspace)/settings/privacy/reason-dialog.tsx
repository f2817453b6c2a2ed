"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Textarea } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Asks for a reason before something is done. */
export function ReasonDialog({
  title,
  hint,
  action,
  error,
  isPending,
  onDo,
  onClose,
}: {
  title: string;
  hint: string;
  action: string;
  error: unknown;
  isPending: boolean;
  onDo: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("privacy");
  const [reason, setReason] = useState("");

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={hint}
      closeLabel={t("cancel")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            loading={isPending}
            disabled={reason.trim().length < 3}
            onClick={() => onDo(reason.trim())}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={t("reason")}>
          {(control) => (
            <Textarea
              {...control}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {error !== null && error !== undefined && <FormProblem problem={problemOf(error)} />}
      </div>
    </Dialog>
  );
}
