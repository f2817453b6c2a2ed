"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { KeepOrErase } from "~/sources/keep-or-erase";
import type { Connection } from "~/sources/source";

/** Asks what becomes of the documents, and says where the access can be taken back from here and where it cannot. */
export function Disconnect({
  connection: { id, address, provider, canRevoke },
  onClose,
}: {
  connection: Connection;
  onClose: () => void;
}) {
  const t = useTranslations("connections");
  const ts = useTranslations("sources");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [keeps, setKeeps] = useState(true);
  const end = useMutation(
    trpc.connections.disconnect.mutationOptions({
      onSuccess({ isRevoked }) {
        onClose();
        if (canRevoke && !isRevoked) toast.note(t("notRevoked", { address }));
        else toast.done(t("disconnected", { address }));
      },
      onError: (error) =>
        toast.failed(problemOf(error).message, problemOf(error).hint ?? undefined),
      onSettled: () =>
        Promise.all([
          cache.invalidateQueries(trpc.connections.pathFilter()),
          cache.invalidateQueries(trpc.sources.pathFilter()),
        ]),
    }),
  );
  const title = t("disconnectTitle", { address });

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      description={t("disconnectHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="danger"
            loading={end.isPending}
            onClick={() => end.mutate({ id, keeps })}
          >
            {t("disconnectNow")}
          </Button>
        </>
      }
    >
      <KeepOrErase
        legend={title}
        keeps={keeps}
        words={{ keep: t("disconnectKeep"), erase: t("disconnectErase") }}
        onChange={setKeeps}
      />
      <p className="mt-3 text-n11">
        {canRevoke && t("disconnectRevokes", { provider: ts(`provider_${provider}`) })}
        {!canRevoke && provider === "microsoft" && t("disconnectNoRevoke_microsoft")}
        {!canRevoke && provider === "imap" && t("disconnectNoRevoke_imap")}
      </p>
    </Dialog>
  );
}
