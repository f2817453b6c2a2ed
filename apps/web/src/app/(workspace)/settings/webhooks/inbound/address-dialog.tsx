"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTranslations } from "next-intl";

import { OneTimeSecret } from "~/shell/one-time-secret";

type Made = Outputs["inboundHooks"]["create"];

/** The address and the secret of an inbound hook, shown this once. */
export function AddressDialog({ made, onClose }: { made: Made; onClose: () => void }) {
  const t = useTranslations("webhooks");
  const { hook, path, secret } = made;

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("addressTitle", { name: hook.name })}
      description={t("addressHint")}
      closeLabel={t("close")}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {path && <OneTimeSecret label={t("url")} value={`${window.location.origin}${path}`} />}
        {secret && <OneTimeSecret label={t("secret")} value={secret} />}
      </div>
    </Dialog>
  );
}
