"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";

import type { DocumentDetail } from "../../document-detail";
import { ReadingSections } from "./reading-sections";

/** The plain text that everything else rests on, page by page, and how it was read. */
export function TextTab({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const text = useQuery(trpc.documents.text.queryOptions({ id: document.id }));

  if (text.isPending) return <Skeleton className="m-4 h-64" />;
  if (text.error) return <ProblemState error={text.error} compact />;
  const { text: whole, pages } = text.data;

  async function copy() {
    await copyText(whole);
    toast.done(t("copied"));
  }

  return (
    <div className="flex flex-col gap-4 p-4">
      <Button
        size="sm"
        className="self-start"
        icon={<Copy aria-hidden />}
        onClick={() => void copy()}
      >
        {t("copyText")}
      </Button>
      {pages.map(({ number, label, span, recognised, quality }) => (
        <section key={number} className="[content-visibility:auto]">
          <h2 className="mb-1 text-n11 text-xs">
            {label ?? t("page", { page: number })}
            {recognised && ` · ${t("recognised", { percent: Math.round(quality.score * 100) })}`}
          </h2>
          <p dir="auto" className="whitespace-pre-wrap break-words">
            {whole.slice(span[0], span[1])}
          </p>
        </section>
      ))}
      <ReadingSections document={document} onGo={onGo} />
    </div>
  );
}
