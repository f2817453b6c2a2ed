"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { BookOpen, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Turn } from "../[id]/thread";
import type { Outcome } from "../use-asking";
import { ProducedBy } from "./produced-by";
import { RateAnswer } from "./rate-answer";
import { SentDialog } from "./sent-dialog";
import { SourceList } from "./source-list";

/** Below an answer: rate it, copy it with its sources, see what a model was sent and, on narrow screens, the sources. */
export function AnswerActions({
  threadId,
  turn,
  outcome,
  onHover,
}: {
  threadId: string;
  turn: Turn;
  outcome: Outcome;
  onHover: (n: number | null) => void;
}) {
  const t = useTranslations("ask");
  const [areSourcesOpen, setAreSourcesOpen] = useState(false);
  const { citations, found } = outcome;

  return (
    <footer className="mt-3 flex flex-wrap items-center gap-1.5">
      {citations.length > 0 && (
        <>
          <Button
            size="sm"
            className="lg:hidden"
            icon={<BookOpen aria-hidden />}
            onClick={() => setAreSourcesOpen(true)}
          >
            {t("sourceCount", { count: new Set(citations.map(({ n }) => n)).size })}
          </Button>
          <Sheet
            open={areSourcesOpen}
            onOpenChange={setAreSourcesOpen}
            side="bottom"
            title={t("sources")}
            closeLabel={t("close")}
          >
            <SourceList citations={citations} chosen={null} onHover={onHover} />
          </Sheet>
        </>
      )}
      <RateAnswer threadId={threadId} turn={turn} />
      <Button
        size="sm"
        variant="ghost"
        icon={<Copy aria-hidden />}
        onClick={() => void copyWithSources(turn.text, outcome).then(() => toast.done(t("copied")))}
      >
        {t("copy")}
      </Button>
      <SentDialog outcome={outcome} question={turn.question} />
      <ProducedBy outcome={outcome} isAnswer={found} />
    </footer>
  );
}

async function copyWithSources(text: string, { citations }: Outcome) {
  const sources = citations.map(
    ({ n, title, page, quote }) => `[${n}] ${title}, p. ${page}: “${quote}”`,
  );
  await copyText([text, ...(sources.length > 0 ? ["", ...sources] : [])].join("\n"));
}
