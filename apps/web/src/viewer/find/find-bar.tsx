"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Input } from "@besunny/ui/fields/input";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { MOST_HITS } from "./find-words";
import type { Finding } from "./use-find";

/** The words to look for in the document, how often they are in it, and the way from one to the next. */
export function FindBar({ finding }: { finding: Finding }) {
  const t = useTranslations("viewer");
  const field = useRef<HTMLInputElement>(null);
  const { words, hits, position, isOpen, isLooking } = finding;
  useEffect(() => {
    if (isOpen) field.current?.select();
  }, [isOpen]);
  if (!isOpen) return null;
  const isSettled = !isLooking && (words ?? "").trim() !== "";

  return (
    <search className="sticky top-0 left-0 z-20 flex items-center gap-1 border-b bg-n1 px-3 py-1.5">
      <Input
        ref={field}
        type="search"
        aria-label={t("find")}
        placeholder={t("find")}
        value={words ?? ""}
        autoFocus
        className="max-w-72"
        onChange={({ target }) => finding.look(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") finding.go(event.shiftKey ? -1 : 1);
          if (event.key === "Escape") finding.close();
          if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
        }}
      />
      <span role="status" className="min-w-16 px-1 text-center text-n11 text-sm tabular-nums">
        {isSettled && hits.length === 0 && t("foundNone")}
        {isSettled &&
          hits.length > 0 &&
          t(hits.length === MOST_HITS ? "foundMany" : "found", {
            position: position + 1,
            count: hits.length,
          })}
      </span>
      <IconButton
        label={t("findPrevious")}
        icon={<ChevronUp />}
        disabled={hits.length === 0}
        onClick={() => finding.go(-1)}
      />
      <IconButton
        label={t("findNext")}
        icon={<ChevronDown />}
        disabled={hits.length === 0}
        onClick={() => finding.go(1)}
      />
      <IconButton label={t("findClose")} icon={<X />} className="ml-auto" onClick={finding.close} />
    </search>
  );
}
