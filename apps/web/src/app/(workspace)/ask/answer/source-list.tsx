"use client";

import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { clockOf } from "~/meetings/clock";
import { placeHref } from "~/viewer/place";

import type { Outcome } from "../use-asking";
import { SourceThumbnail } from "./source-thumbnail";

/** The words an answer rests on, by number, each with a picture of its place; each opens its document there. */
export function SourceList({
  citations,
  chosen,
  onHover,
}: {
  citations: Outcome["citations"];
  chosen: number | null;
  onHover: (n: number | null) => void;
}) {
  const t = useTranslations("ask");
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (chosen !== null) {
      list.current?.querySelector(`[data-n="${chosen}"]`)?.scrollIntoView({ block: "nearest" });
    }
  }, [chosen]);

  return (
    <ol ref={list}>
      {citations.map((source) => (
        <li key={`${source.n}/${source.documentId}/${source.span.join("-")}`} data-n={source.n}>
          <Link
            href={placeHref(source.documentId, {
              page: source.page,
              span: [source.span[0], source.span[1]],
            })}
            data-chosen={source.n === chosen || undefined}
            onMouseEnter={() => onHover(source.n)}
            onMouseLeave={() => onHover(null)}
            className="block px-4 py-3 transition-colors -outline-offset-2 hover:bg-n3 data-chosen:bg-accent-soft"
          >
            <span className="mb-2 flex items-center gap-2 text-sm">
              <span className="inline-flex size-5 shrink-0 items-center justify-center rounded-sm bg-accent-soft font-medium text-accent-strong text-xs tabular-nums">
                {source.n}
              </span>
              <bdi className="min-w-0 flex-1 truncate font-medium">{source.title}</bdi>
              <span className="shrink-0 text-n11 text-xs tabular-nums">
                {t("page", { page: source.page })}
              </span>
            </span>
            <SaidBy source={source} />
            <SourceThumbnail source={source} />
            {!source.isProven && <span className="text-attention text-xs">{t("unproven")}</span>}
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** The speaker, the second and the day of words of a transcript. */
function SaidBy({ source: { said } }: { source: Outcome["citations"][number] }) {
  const t = useTranslations("meetings");
  const format = useFormatter();
  if (!said) return null;
  const clock = said.startMs === null ? null : clockOf(said.startMs);
  const place = clock !== null && said.isTimeGuessed ? t("about", { clock }) : clock;
  const on =
    said.on && format.dateTime(new Date(said.on), { dateStyle: "medium", timeZone: "UTC" });
  const parts = [said.speaker, place, on].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <bdi className="mb-1 block truncate text-n11 text-xs tabular-nums">{parts.join(" · ")}</bdi>
  );
}
