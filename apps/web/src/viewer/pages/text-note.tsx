"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

/** Says beside a document that its text cannot be trusted, where the reader found much of it badly legible. */
export function TextNote({ id, pageCount }: { id: string; pageCount: number }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.documents.readingReport.queryOptions({ id }));
  const poor = data?.poorPages ?? [];
  if (poor.length === 0 || poor.length * 2 < pageCount) return null;
  const isRecognised = poor.every(({ recognised }) => recognised);

  return (
    <p role="note" className="flex items-start gap-2 border-b bg-n2 px-4 py-2 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />
      <span>{t(isRecognised ? "poorScan" : "poorText", { count: poor.length, pageCount })}</span>
    </p>
  );
}
