"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { PasswordForm } from "~/documents/password-form";
import type { DocumentDetail } from "../../document-detail";
import type { Span } from "../../place";
import { usePlace } from "../../use-place";
import { Section } from "../section";

const few = 12;

/** Doubtful figures and what the reader has to say of its own work. */
export function ReadingSections({
  document: { id, mayChange },
  onGo,
}: {
  document: Pick<DocumentDetail, "id" | "mayChange">;
  onGo: () => void;
}) {
  const t = useTranslations("viewer");
  const tell = useTold();
  const trpc = useTRPC();
  const { data: report } = useQuery(trpc.documents.readingReport.queryOptions({ id }));
  if (!report) return null;

  const { doubtfulCells, warnings, poorPages, recognisedPages, release, isEarlier } = report;
  const notes = [
    ...(recognisedPages > 0 ? [t("wasRecognised", { count: recognisedPages })] : []),
    ...new Set(warnings.map(tell)),
    isEarlier || release === null ? t("readByEarlier") : t("readBy", { release }),
  ];

  return (
    <>
      {doubtfulCells.length > 0 && (
        <Section title={t("doubtful")} count={doubtfulCells.length}>
          <Listed>
            {doubtfulCells.map(({ text, span, page, doubt }) => (
              <PlaceButton key={span[0]} page={page} span={span} onGo={onGo}>
                <span className="tabular-nums">{text}</span>
                <span className="block text-n11 text-xs">{tell(doubt)}</span>
              </PlaceButton>
            ))}
          </Listed>
        </Section>
      )}
      <Section title={t("howRead")}>
        <Listed>
          {[
            ...notes.map((note) => (
              <p key={note} className="break-words py-0.5">
                {note}
              </p>
            )),
            ...poorPages.map(({ number, label, reasons }) => (
              <PlaceButton key={number} page={number} onGo={onGo}>
                {label ?? t("page", { page: number })}
                <span className="block text-n11 text-xs">{reasons.map(tell).join(" ")}</span>
              </PlaceButton>
            )),
          ]}
        </Listed>
        {report.isPartlyLocked && mayChange && <PasswordForm id={id} />}
      </Section>
    </>
  );
}

/** The first dozen, and the others when asked for. */
function Listed({ children }: { children: ReactNode[] }) {
  const t = useTranslations("viewer");
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? children : children.slice(0, few);

  return (
    <>
      <ul className="flex flex-col text-sm">
        {shown.map((child, position) => (
          <li key={position}>{child}</li>
        ))}
      </ul>
      {shown.length < children.length && (
        <Button size="sm" className="mt-1" onClick={() => setIsWhole(true)}>
          {t("showAll", { count: children.length })}
        </Button>
      )}
    </>
  );
}

function PlaceButton({
  page,
  span,
  onGo,
  children,
}: {
  page: number;
  span?: Span | undefined;
  onGo: () => void;
  children: ReactNode;
}) {
  const { goTo } = usePlace();

  return (
    <button
      type="button"
      className="-mx-2 w-[calc(100%+1rem)] rounded-md px-2 py-1 text-left transition-colors hover:bg-n4"
      onClick={() => {
        goTo({ page, ...(span && { span }) });
        onGo();
      }}
    >
      {children}
    </button>
  );
}
