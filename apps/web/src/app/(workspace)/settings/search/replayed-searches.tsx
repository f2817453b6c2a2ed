"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

type Replayed = Outputs["analytics"]["replay"];
type Listed = Replayed["items"][number]["now"];

/** Each search as it is now and as it would be, side by side, with what moved. */
export function ReplayedSearches({
  replayed: { items, meanReciprocalRank },
}: {
  replayed: Replayed;
}) {
  const t = useTranslations("searchQuality");
  const rankOf = (rank: number | null) => (rank === null ? t("notAmong") : String(rank));

  return (
    <div className="mt-6 flex flex-col gap-6">
      {meanReciprocalRank && <p role="status">{t("mean", meanReciprocalRank)}</p>}
      {items.map(({ words, now, tried, overlap, opened }) => (
        <section key={words} aria-label={words}>
          <h3 className="font-semibold">
            <bdi>{words}</bdi>{" "}
            <span className="font-normal text-n11 text-sm">{t("overlap", { overlap })}</span>
          </h3>
          {opened && (
            <p className="text-n11 text-sm">
              {t("rankOpened", { now: rankOf(opened.now), tried: rankOf(opened.tried) })}
            </p>
          )}
          <div className="mt-2 grid gap-4 sm:grid-cols-2">
            <RankedList title={t("now")} documents={now} />
            <RankedList title={t("tried")} documents={tried} showsMoves />
          </div>
        </section>
      ))}
    </div>
  );
}

function RankedList({
  title,
  documents,
  showsMoves = false,
}: {
  title: string;
  documents: Listed;
  showsMoves?: boolean;
}) {
  const t = useTranslations("searchQuality");
  return (
    <div className="min-w-0">
      <h4 className="text-n11 text-xs">{title}</h4>
      {documents.length === 0 && <p className="text-n11">{t("nothingFound")}</p>}
      <ol className="list-inside list-decimal">
        {documents.map(({ documentId, title: name, rank, before }) => (
          <li key={documentId} className="truncate">
            <Link href={`/documents/${documentId}`} className="hover:underline">
              <bdi>{name}</bdi>
            </Link>{" "}
            {showsMoves && before !== rank && (
              <span className="text-n11 text-xs">
                {before === null ? t("new") : t("moved", { rank: before })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
