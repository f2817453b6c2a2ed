"use client";

import { Tooltip } from "@besunny/ui/overlays/tooltip";
import { CornerDownRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { type Evidence, pageOfEvidence } from "../document-detail";
import { usePlace } from "../use-place";

/** A statement that leads to the words it rests on; without proof it says so, or names the attached file that states it. */
export function EvidenceButton({
  evidence,
  element,
  isSaid = false,
  onGo,
  children,
  className = "",
}: {
  evidence: readonly Evidence[];
  element?: string | undefined;
  /** A person said it, so that the document need not. */
  isSaid?: boolean;
  onGo: () => void;
  children: ReactNode;
  className?: string;
}) {
  const t = useTranslations("viewer");
  const { place, goTo } = usePlace();
  const proof = evidence.find(({ isProven }) => isProven);
  const file = element?.split("#")[0];

  if (!proof) {
    return (
      <span className={`flex w-full min-w-0 items-start gap-2 py-1 ${className}`}>
        <span className="min-w-0 flex-1">{children}</span>
        {(file || !isSaid) && (
          <span className="shrink-0 text-n11 text-xs">
            {file ? t("statedIn", { file }) : t("unproven")}
          </span>
        )}
      </span>
    );
  }
  const page = pageOfEvidence(proof);
  const isShown = place.span?.[0] === proof.span[0] && place.span[1] === proof.span[1];

  return (
    <Tooltip content={<q className="line-clamp-4">{proof.quote}</q>} side="left">
      <button
        type="button"
        aria-pressed={isShown}
        onClick={() => {
          goTo({ page, span: [proof.span[0], proof.span[1]] });
          onGo();
        }}
        className={`group -mx-2 flex w-[calc(100%+1rem)] items-start gap-2 rounded-md px-2 py-1 text-left transition-colors hover:bg-n4 aria-pressed:bg-accent-soft ${className}`}
      >
        <span className="min-w-0 flex-1">{children}</span>
        <span className="flex shrink-0 items-center gap-1 pt-0.5 text-n11 text-xs tabular-nums group-hover:text-accent-strong">
          {page && t("onPage", { page })}
          <CornerDownRight
            aria-hidden
            className="size-3 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 group-aria-pressed:opacity-100 coarse:opacity-100"
          />
        </span>
      </button>
    </Tooltip>
  );
}
