"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { ShareLinks } from "./share-links";
import { ShareWith } from "./share-with";
import { SharedWith } from "./shared-with";

/** Opens who sees the document, and lets those who may show it to others do so. */
export function ShareButton({ id, title }: { id: string; title: string }) {
  const t = useTranslations("sharing");
  const [isOpen, setIsOpen] = useState(false);

  return (
    <>
      <IconButton label={t("share")} icon={<UserRoundPlus />} onClick={() => setIsOpen(true)} />
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("shareTitle", { title })}
        closeLabel={t("close")}
      >
        {isOpen && <ShareBody id={id} />}
      </Dialog>
    </>
  );
}

function ShareBody({ id }: { id: string }) {
  const trpc = useTRPC();
  const access = useQuery(trpc.sharing.access.queryOptions({ id }));
  const features = useQuery(trpc.workspace.features.queryOptions({}));

  if (access.error) return <ProblemState error={access.error} compact />;
  if (!access.data) return <div className="h-32" />;
  return (
    <div className="flex flex-col gap-5">
      {access.data.mayShare && <ShareWith id={id} access={access.data} />}
      <SharedWith id={id} access={access.data} />
      {access.data.mayShare && features.data?.features.includes("public-links") && (
        <ShareLinks id={id} links={access.data.links} />
      )}
    </div>
  );
}
