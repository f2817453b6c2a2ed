"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { Copy } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { placeHref } from "~/viewer/place";

import { paragraphsOf } from "./answer-text";
import { ProducedBy } from "./produced-by";
import type { Outcome, useAnswer } from "./use-answer";

type Answer = ReturnType<typeof useAnswer>["answer"];

/** The answer as it is written; its numbers lead to the words they rest on. */
export function AnswerView({
  answer,
  chosen,
  onHover,
}: {
  answer: Answer;
  chosen: number | null;
  onHover: (n: number | null) => void;
}) {
  const t = useTranslations("ask");
  const { outcome } = answer;
  const isWriting = answer.state === "writing";

  return (
    <article aria-label={t("answer")} aria-busy={isWriting} className="mt-6">
      <div aria-live="polite" className="flex max-w-[42rem] flex-col gap-3 text-lg leading-7">
        {paragraphsOf(answer.text).map((pieces, paragraph) => (
          <p key={paragraph} dir="auto" className="whitespace-pre-line">
            {pieces.map((piece, position) =>
              piece.kind === "text" ? (
                piece.text
              ) : (
                <Citation
                  key={position}
                  n={piece.n}
                  source={outcome?.citations.find(({ n }) => n === piece.n)}
                  isChosen={chosen === piece.n}
                  onHover={onHover}
                />
              ),
            )}
          </p>
        ))}
      </div>
      {isWriting && answer.text === "" && (
        <div
          role="status"
          aria-label={t("reading")}
          className="flex max-w-[42rem] flex-col gap-2.5"
        >
          <Skeleton className="w-full" />
          <Skeleton className="w-11/12" />
          <Skeleton className="w-2/3" />
        </div>
      )}
      {answer.state === "stopped" && <p className="mt-3 text-n11">{t("stopped")}</p>}
      {outcome && (
        <footer className="mt-5 flex flex-wrap items-center gap-3">
          <Button
            size="sm"
            icon={<Copy aria-hidden />}
            onClick={() =>
              void copyWithSources(answer.text, outcome).then(() => toast.done(t("copied")))
            }
          >
            {t("copy")}
          </Button>
          <ProducedBy outcome={outcome} isAnswer />
        </footer>
      )}
    </article>
  );
}

function Citation({
  n,
  source,
  isChosen,
  onHover,
}: {
  n: number;
  source: Outcome["citations"][number] | undefined;
  isChosen: boolean;
  onHover: (n: number | null) => void;
}) {
  const t = useTranslations("ask");
  const look = `mx-0.5 inline-flex h-5 min-w-5 items-center justify-center rounded-sm px-1 align-[0.1em] font-medium text-xs tabular-nums transition-colors ${
    isChosen
      ? "bg-accent text-accent-ink"
      : "bg-accent-soft text-accent-strong hover:bg-accent hover:text-accent-ink"
  }`;
  if (!source) return <span className={look}>{n}</span>;

  return (
    <Link
      href={placeHref(source.documentId, {
        page: source.page,
        span: [source.span[0], source.span[1]],
      })}
      aria-label={t("source", { n, title: source.title })}
      title={source.quote}
      className={look}
      onFocus={() => onHover(n)}
      onBlur={() => onHover(null)}
      onMouseEnter={() => onHover(n)}
      onMouseLeave={() => onHover(null)}
    >
      {n}
    </Link>
  );
}

async function copyWithSources(text: string, { citations }: Outcome) {
  const sources = citations.map(
    ({ n, title, page, quote }) => `[${n}] ${title}, p. ${page}: “${quote}”`,
  );
  await copyText([text, "", ...sources].join("\n"));
}
