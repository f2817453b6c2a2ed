"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";

/** Shows a link that cannot be shown again, to be handed over. */
export function OneTimeLink({
  title,
  url,
  onClose,
}: {
  title: string;
  url: string;
  onClose: () => void;
}) {
  const t = useTranslations("people");

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={t("linkOnce")}
      closeLabel={t("close")}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <code className="select-all break-all rounded-md bg-n3 p-3 font-mono text-xs">{url}</code>
        <div>
          <Button
            icon={<Copy aria-hidden />}
            onClick={() => void copyText(url).then(() => toast.done(t("copied")))}
          >
            {t("copy")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
