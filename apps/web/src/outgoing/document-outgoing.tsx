"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Spinner } from "@besunny/ui/feedback/spinner";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { OutgoingPreview } from "./outgoing-preview";

/** Opens what a hosted model would be sent to read a document. */
export function DocumentOutgoing({ documentId }: { documentId: string }) {
  const t = useTranslations("outgoing");
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const preview = useQuery(
    trpc.redaction.previewDocument.queryOptions({ id: documentId }, { enabled: isOpen }),
  );

  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        className="-ml-2.5 self-start"
        icon={<Send aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t("see")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("see")}
        description={t("documentHint")}
        closeLabel={t("close")}
        className="w-[min(46rem,calc(100vw-2rem))]"
      >
        {preview.isPending && (
          <p role="status" className="flex items-center gap-2">
            <Spinner /> {t("looking")}
          </p>
        )}
        {preview.error && <FormProblem problem={problemOf(preview.error)} />}
        {preview.data && <OutgoingPreview preview={preview.data} />}
      </Dialog>
    </>
  );
}
