"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Input } from "@besunny/ui/fields/input";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";

import type { TranscriptSearch } from "./use-transcript-search";

/** The id of the field for words to look for, so that a key can reach it. */
export const searchFieldId = "transcript-words";

/** Looks for words in the transcript, says in how many turns they are, and goes from one to the next. */
export function SearchBar({ search }: { search: TranscriptSearch }) {
  const t = useTranslations("meetings");
  const { words, turns, total, position, isSettled } = search;

  return (
    <search className="flex min-w-0 flex-1 items-center gap-1">
      <Input
        id={searchFieldId}
        type="search"
        aria-label={t("searchTranscript")}
        placeholder={t("searchTranscript")}
        value={words}
        maxLength={200}
        className="min-w-0 max-w-64 flex-1"
        onChange={({ currentTarget }) => search.look(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          search.go(event.shiftKey ? -1 : position === 0 ? 0 : 1);
        }}
      />
      <span role="status" className="shrink-0 px-1 text-n11 text-sm tabular-nums">
        {isSettled &&
          (turns.length === 0
            ? t("foundNone")
            : t("found", { position: position + 1, count: total }))}
      </span>
      {turns.length > 0 && (
        <>
          <IconButton
            label={t("findPrevious")}
            icon={<ChevronUp />}
            onClick={() => search.go(-1)}
          />
          <IconButton label={t("findNext")} icon={<ChevronDown />} onClick={() => search.go(1)} />
        </>
      )}
    </search>
  );
}
