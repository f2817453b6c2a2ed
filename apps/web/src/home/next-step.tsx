"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Upload } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { DocumentSummary } from "~/documents/document";
import { useTray } from "~/upload/tray-context";
import { UploadButton } from "~/upload/upload-button";

/** The next thing to do, as long as there is an obvious one. */
export function NextStep({ documents }: { documents: DocumentSummary[] }) {
  const t = useTranslations("home");
  const { mayUpload } = useTray();

  if (documents.length === 0) {
    return (
      <EmptyState icon={<Upload aria-hidden />} title={t("empty")} actions={<UploadButton />}>
        {t(mayUpload ? "emptyHint" : "emptyViewer")}
      </EmptyState>
    );
  }
  const untyped = documents.find(({ status, type }) => status === "needs_review" && !type);
  if (!untyped || !mayUpload) return null;

  return (
    <section
      aria-label={t("next")}
      className="mx-4 flex flex-wrap items-center gap-3 rounded-lg bg-accent-soft px-4 py-3"
    >
      <p className="min-w-0 flex-1">
        {t.rich("nextType", { title: untyped.title, b: (title) => <b>{title}</b> })}
      </p>
      <Button asChild size="sm">
        <Link href={`/documents/${untyped.id}`}>{t("nextTypeButton")}</Link>
      </Button>
    </section>
  );
}
