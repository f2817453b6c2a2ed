"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTranslations } from "next-intl";

import type { Approval } from "./approval";

/** Lists the answers, in the words of the people. */
export function Votes({ votes }: Pick<Approval, "votes">) {
  const t = useTranslations("approvals");
  if (votes.length === 0) return null;

  return (
    <ul aria-label={t("votes")} className="mt-3 flex flex-col gap-1 text-sm">
      {votes.map(({ by, vote, note, at }) => (
        <li key={by.id}>
          {t(`vote_${vote}`, { name: by.name })}
          {note && (
            <>
              {": "}
              <bdi>“{note}”</bdi>
            </>
          )}{" "}
          <span className="text-n11">
            <RelativeTime at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
