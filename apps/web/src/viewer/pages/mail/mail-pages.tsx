"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { HtmlPages } from "../html-pages";
import type { PagesProps } from "../pages-props";
import { SentPage } from "./sent-page";

type View = "sent" | "text";

/** A mail as it was sent, and as text. Words to mark are shown in the text. */
export function MailPages(props: PagesProps) {
  const { documentId, target, details, hits, onPages, onVisible } = props;
  const t = useTranslations("shown");
  const viewer = useTranslations("viewer");
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<{ view: View; span: typeof target.span } | null>(null);
  const page = useQuery(
    trpc.documents.mailPage.queryOptions(
      { id: documentId },
      { staleTime: Number.POSITIVE_INFINITY, retry: false },
    ),
  );
  const { html = null, remotePictures = 0 } = page.data ?? {};
  const hasMarks = target.span !== null || details.length + hits.length > 0;
  const usual: View = hasMarks ? "text" : "sent";
  const wanted = chosen && chosen.span === target.span ? chosen.view : usual;
  const view = html === null && !page.isPending ? "text" : wanted;

  useEffect(() => {
    if (view !== "sent") return;
    onPages(1);
    onVisible(1);
  }, [view, onPages, onVisible]);

  return (
    <div data-mail>
      {html !== null && (
        <div className="sticky top-0 z-10 border-b bg-n1 px-5 py-1.5">
          <SegmentedControl
            label={viewer("view")}
            value={view}
            options={[
              { value: "sent", label: t("asSent") },
              { value: "text", label: viewer("tabText") },
            ]}
            onChange={(next) =>
              setChosen({ view: next === "sent" ? "sent" : "text", span: target.span })
            }
          />
        </div>
      )}
      {view === "text" && <HtmlPages {...props} />}
      {view === "sent" && page.isPending && <Skeleton className="m-5 h-64" />}
      {view === "sent" && html !== null && (
        <SentPage documentId={documentId} remotePictures={remotePictures} />
      )}
    </div>
  );
}
