"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import type { Outcome } from "../use-asking";

/** More titles than this make a line too long. */
const MOST = 3;

/** Says how the question was understood, so that a person can mend it. */
export function UnderstoodLine({
  understood: { form, question, documents },
  asked,
  onMend,
}: {
  understood: NonNullable<Outcome["understood"]>;
  asked: string | null;
  /** Null where the reader cannot ask. */
  onMend: ((question: string) => void) | null;
}) {
  const t = useTranslations("ask");
  const others = documents.length - MOST;

  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-n11 text-xs">
      <span>{t("askedOf")}</span>
      {documents.length === 0 && <span>{t("everything")}</span>}
      {documents.slice(0, MOST).map(({ documentId, title }, position) => (
        <span key={documentId} className="flex min-w-0 max-w-56">
          <Link
            href={`/documents/${documentId}`}
            className="truncate text-n12 underline decoration-n8 underline-offset-2"
          >
            <bdi>{title}</bdi>
          </Link>
          {position < Math.min(documents.length, MOST) - 1 && ","}
        </span>
      ))}
      {others > 0 && <span>{t("andOthers", { count: others })}</span>}
      <span aria-hidden>·</span>
      <span>{t(`form_${form}`)}</span>
      {question !== asked && (
        <>
          <span aria-hidden>·</span>
          <q dir="auto">{question}</q>
        </>
      )}
      {onMend && (
        <Button size="sm" variant="ghost" className="h-6 px-1.5" onClick={() => onMend(question)}>
          {t("mend")}
        </Button>
      )}
    </p>
  );
}
