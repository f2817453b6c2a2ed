"use client";

import { Popover } from "@besunny/ui/overlays/popover";
import { useFormatter, useTranslations } from "next-intl";

import type { Hit } from "./hit";

/** Why a passage was found: by its words, by its meaning or by both, with the details in a panel. */
export function WhyFound({ why }: { why: Hit["why"] }) {
  const t = useTranslations("search");
  const format = useFormatter();
  const reason = why.lexicalRank === null ? "meaning" : why.denseRank === null ? "words" : "both";
  const rows = [
    why.words.length > 0 && [t("whyWords"), why.words.join(", ")],
    why.headings.length > 0 && [t("whyHeadings"), why.headings.join(" › ")],
    why.lexicalRank !== null && [t("whyWordsRank"), t("rank", { rank: why.lexicalRank })],
    why.denseRank !== null && [
      t("whyMeaningRank"),
      `${t("rank", { rank: why.denseRank })}${why.dense === null ? "" : ` · ${format.number(why.dense, { maximumFractionDigits: 2 })}`}`,
    ],
  ].filter((row) => row !== false);

  return (
    <Popover
      label={t("whyThis")}
      align="end"
      className="w-72"
      trigger={
        <button
          type="button"
          className="absolute top-1.5 right-0 text-n11 text-xs underline decoration-dotted underline-offset-2 hover:text-n12"
        >
          {t(`why_${reason}`)}
        </button>
      }
    >
      <h3 className="mb-2 font-medium text-sm">{t("whyThis")}</h3>
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-n11">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
