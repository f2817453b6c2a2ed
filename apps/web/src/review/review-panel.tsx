"use client";

import { Button } from "@besunny/ui/buttons/button";
import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { Kbd } from "@besunny/ui/display/kbd";
import { Menu, MenuItem, MenuSeparator } from "@besunny/ui/overlays/menu";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ExternalLink, SkipForward, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";
import { bestOf, type ToReview } from "./to-review";

/** The candidates of the document in hand, each one key away, and what else can be done with it. */
export function ReviewPanel({
  document,
  next,
  last,
  onChoose,
  onNone,
  onSkip,
  onUndo,
}: {
  document: ToReview;
  next: ToReview | null;
  /** Says the last step in words; null where nothing can be undone. */
  last: string | null;
  onChoose: (type: string) => void;
  onNone: () => void;
  onSkip: () => void;
  onUndo: () => void;
}) {
  const t = useTranslations("review");
  const td = useTranslations("document");
  const { typeName } = useNames();
  const best = bestOf(document);
  const nameOf = (type: string | null) => (type === null ? td("noType") : typeName(type));
  const sure = (value: number | null) =>
    value === null ? td("notScored") : td("confidence", { percent: Math.round(value * 100) });

  return (
    <aside
      aria-label={t("candidates")}
      className="flex max-h-[45dvh] shrink-0 flex-col gap-4 overflow-y-auto border-t p-4 lg:max-h-none lg:w-96 lg:border-t-0 lg:border-l"
    >
      <header>
        <h2 className="flex items-start gap-2 font-semibold text-lg">
          <bdi className="min-w-0 flex-1 break-words">{document.title}</bdi>
          <Link
            href={`/documents/${document.id}`}
            aria-label={t("open")}
            className="grid size-7 shrink-0 place-items-center rounded-md hover:bg-n4"
          >
            <ExternalLink aria-hidden className="size-4 text-n11" />
          </Link>
        </h2>
        <p className="truncate text-n11 text-sm">
          {document.type ? t("unsure", { type: typeName(document.type) }) : td("noType")}
        </p>
        {document.dispute && (
          <p className="mt-1 text-sm">
            {t("dispute", {
              one: nameOf(document.dispute.champion),
              other: nameOf(document.dispute.challenger),
            })}
          </p>
        )}
      </header>
      {document.candidates.length === 0 && <p className="text-n11">{t("noCandidates")}</p>}
      <ol className="flex flex-col gap-1">
        {document.candidates.slice(0, 9).map(({ name, confidence }, position) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => onChoose(name)}
              className="flex min-h-9 w-full items-center gap-3 rounded-md px-2 text-left transition-colors hover:bg-n4"
            >
              <Kbd>{String(position + 1)}</Kbd>
              <span className="min-w-0 flex-1 truncate first-letter:uppercase">
                {typeName(name)}
              </span>
              <ConfidenceDot confidence={confidence} label={sure} />
            </button>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {best && (
          <Button variant="primary" className="max-w-full" onClick={() => onChoose(best)}>
            <span className="truncate">{t("accept", { type: typeName(best) })}</span>
            <Kbd className="hidden sm:inline-flex">Enter</Kbd>
          </Button>
        )}
        <TypeMenu onChoose={onChoose} onNone={onNone} />
        <Button icon={<SkipForward aria-hidden />} onClick={onSkip}>
          {t("skip")} <Kbd className="hidden sm:inline-flex">s</Kbd>
        </Button>
      </div>
      <footer className="flex flex-col gap-1 text-n11 text-sm lg:mt-auto">
        {last && (
          <div className="flex items-center gap-2">
            <p role="status" className="min-w-0 flex-1 truncate">
              {last}
            </p>
            <Button size="sm" variant="ghost" icon={<Undo2 aria-hidden />} onClick={onUndo}>
              {t("undo")} <Kbd className="hidden sm:inline-flex">z</Kbd>
            </Button>
          </div>
        )}
        {next && <p className="truncate">{t("next", { title: next.title })}</p>}
      </footer>
    </aside>
  );
}

function TypeMenu({ onChoose, onNone }: { onChoose: (type: string) => void; onNone: () => void }) {
  const t = useTranslations("review");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const types = useQuery(trpc.taxonomy.list.queryOptions({}));

  return (
    <Menu trigger={<Button icon={<ChevronDown aria-hidden />}>{t("otherType")}</Button>}>
      <MenuItem onSelect={onNone}>{t("noTypeFits")}</MenuItem>
      <MenuSeparator />
      {(types.data?.items ?? []).map(({ name }) => (
        <MenuItem key={name} onSelect={() => onChoose(name)}>
          <span className="inline-block first-letter:uppercase">{typeName(name)}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}
