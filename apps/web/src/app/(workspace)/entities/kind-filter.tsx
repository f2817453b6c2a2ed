"use client";

import { type EntityKind, entityKinds } from "@besunny/api/browser/vocabulary";
import { useTranslations } from "next-intl";

/** The kinds with their counts. Choosing one shows only its entities. */
export function KindFilter({
  counts,
  chosen,
  onChoose,
}: {
  counts: readonly { kind: EntityKind; count: number }[];
  chosen: EntityKind | null;
  onChoose: (kind: EntityKind | null) => void;
}) {
  const t = useTranslations("entities");
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const countOf = (kind: EntityKind) => counts.find((each) => each.kind === kind)?.count ?? 0;

  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{t("show")}</legend>
      <button
        type="button"
        aria-pressed={chosen === null}
        className={chip}
        onClick={() => onChoose(null)}
      >
        {t("all")} <span className="tabular-nums">{all}</span>
      </button>
      {entityKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={chosen === kind}
          className={chip}
          onClick={() => onChoose(chosen === kind ? null : kind)}
        >
          {t(`kind_${kind}`)} <span className="tabular-nums">{countOf(kind)}</span>
        </button>
      ))}
    </fieldset>
  );
}

const chip =
  "inline-flex h-7 items-center gap-1.5 rounded-md border border-n6 px-2.5 text-sm transition-colors hover:bg-n3 aria-pressed:border-n8 aria-pressed:bg-n5 aria-pressed:font-medium coarse:h-9";
