"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { KeepOrErase } from "~/sources/keep-or-erase";
import type { Source } from "~/sources/source";
import { useSourceVerbs } from "~/sources/use-source-verbs";

/** Asks what becomes of the documents before a source is removed. */
export function RemoveSource({ source, onClose }: { source: Source; onClose: () => void }) {
  const t = useTranslations("sources");
  const verbs = useSourceVerbs(source);
  const [keeps, setKeeps] = useState(true);
  const { name, counts } = source;
  const count = counts.ready + counts.processing;

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("removeTitle", { name })}
      description={t("removeHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="danger" loading={verbs.isBusy} onClick={() => verbs.remove(keeps)}>
            {t("removeNow")}
          </Button>
        </>
      }
    >
      <KeepOrErase
        legend={t("removeTitle", { name })}
        keeps={keeps}
        words={{ keep: t("removeKeep", { count }), erase: t("removeErase", { count }) }}
        onChange={setKeeps}
      />
    </Dialog>
  );
}
