"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Ban, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

/** Suspends after a question that asks why; resumes at once. */
export function SuspendButton({
  name,
  isSuspended,
  isBusy,
  consequence,
  onSuspend,
  onResume,
}: {
  name: string;
  isSuspended: boolean;
  isBusy: boolean;
  consequence: string;
  onSuspend: (reason: string) => void;
  onResume: () => void;
}) {
  const t = useTranslations("people");
  const formId = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState("");

  if (isSuspended)
    return (
      <Button icon={<Play aria-hidden />} loading={isBusy} onClick={onResume}>
        {t("resume")}
      </Button>
    );
  return (
    <>
      <Button
        variant="ghost"
        icon={<Ban aria-hidden />}
        loading={isBusy}
        onClick={() => setIsAsking(true)}
      >
        {t("suspend")}
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t("suspendTitle", { name })}
        description={consequence}
        closeLabel={t("close")}
        actions={
          <>
            <Button variant="ghost" onClick={() => setIsAsking(false)}>
              {t("cancel")}
            </Button>
            <Button variant="danger" type="submit" form={formId}>
              {t("suspend")}
            </Button>
          </>
        }
      >
        <form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault();
            setIsAsking(false);
            onSuspend(reason);
          }}
        >
          <Field label={t("reason")} hint={t("reasonHint")}>
            {(control) => (
              <Input
                {...control}
                value={reason}
                maxLength={300}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </form>
      </Dialog>
    </>
  );
}
