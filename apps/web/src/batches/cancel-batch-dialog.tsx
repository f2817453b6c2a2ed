"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTranslations } from "next-intl";

/** Asked before many documents are stopped at once. */
export function CancelBatchDialog({
  open,
  onOpenChange,
  left,
  onCancel,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  left: number;
  onCancel: () => void;
}) {
  const t = useTranslations("batches");

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("cancelTitle", { count: left })}
      description={t("cancelHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("keep")}</Button>
          <Button
            variant="danger"
            onClick={() => {
              onOpenChange(false);
              onCancel();
            }}
          >
            {t("cancelNow")}
          </Button>
        </>
      }
    />
  );
}
