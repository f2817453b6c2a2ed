"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { MarkedTokens } from "~/outgoing/marked-tokens";
import { QuestionOutgoing } from "~/outgoing/question-outgoing";
import type { Outcome } from "../use-asking";

/** Shows the messages that a hosted model was sent, word for word, or that none was asked. */
export function SentDialog({
  outcome: { sent, producedBy },
  question,
}: {
  outcome: Outcome;
  question: string | null;
}) {
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
        {!sent && !isUnknown && question && (
          <div className="mt-4">
            <QuestionOutgoing question={question} />
          </div>
        )}
        {sent && <Replaced sent={sent} />}
        {sent?.map(({ role, text, replaced = [] }, position) => (
          <section key={position} className="mb-4">
            <h3 className="mb-1 font-medium text-n11 text-xs">{role}</h3>
            <MarkedTokens
              text={text}
              stands={new Map(replaced.map(({ token, stands }) => [token, stands]))}
            />
          </section>
        ))}
      </Dialog>
    </>
  );
}

/** The details that were replaced in the messages, by token. */
function Replaced({ sent }: { sent: NonNullable<Outcome["sent"]> }) {
  const t = useTranslations("outgoing");
  const all = new Map(
    sent.flatMap(({ replaced = [] }) => replaced.map(({ token, stands }) => [token, stands])),
  );
  if (all.size === 0) return null;
  return (
    <details className="mb-4">
      <summary className="min-h-8 py-1">
        {t("kindCount", { kind: t("replaced"), count: all.size })}
      </summary>
      <ul className="pl-4 text-sm">
        {[...all].map(([token, stands]) => (
          <li key={token} className="break-words py-0.5">
            <code className="text-n11">{token}</code> <bdi>{stands}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
