"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";

/** Shares a conversation read-only with the workspace, or takes it back. Says what readers will see. */
export function ShareDialog({
  open,
  onOpenChange,
  isShared,
  onShare,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  isShared: boolean;
  onShare: (isShared: boolean) => void;
}) {
  const t = useTranslations("ask");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(isShared ? "isShared" : "share")}
      description={t("shareHint")}
      closeLabel={t("close")}
      actions={
        isShared ? (
          <>
            <Button onClick={() => onShare(false)}>{t("unshare")}</Button>
            <Button
              variant="primary"
              icon={<Link2 aria-hidden />}
              onClick={() =>
                void copyText(window.location.href.split("?")[0] ?? "").then(() =>
                  toast.done(t("linkCopied")),
                )
              }
            >
              {t("copyLink")}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => onShare(true)}>
            {t("shareWithWorkspace")}
          </Button>
        )
      }
    >
      <p className="text-n11">{t("sharePermissions")}</p>
    </Dialog>
  );
}
