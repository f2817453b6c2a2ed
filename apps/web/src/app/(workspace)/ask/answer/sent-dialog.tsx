"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Outcome } from "../use-asking";

/** Shows the messages that a hosted model was sent, word for word, or that none was asked. */
export function SentDialog({ outcome: { sent, producedBy } }: { outcome: Outcome }) {
  const t = useTranslations("ask");
  const [isOpen, setIsOpen] = useState(false);
  const isUnknown = sent === null && producedBy.kind === "openai";

  return (
    <>
      <Button size="sm" variant="ghost" icon={<Send aria-hidden />} onClick={() => setIsOpen(true)}>
        {t("sent")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("sent")}
        closeLabel={t("close")}
        className="w-[min(46rem,calc(100vw-2rem))]"
      >
        {!sent && <p>{t(isUnknown ? "sentHidden" : "sentNothing")}</p>}
        {sent?.map(({ role, text }, position) => (
          <section key={position} className="mb-4">
            <h3 className="mb-1 font-medium text-n11 text-xs">{role}</h3>
            <pre
              dir="auto"
              className="whitespace-pre-wrap break-words rounded-md bg-n3 p-3 font-mono text-sm"
            >
              {text}
            </pre>
          </section>
        ))}
      </Dialog>
    </>
  );
}
