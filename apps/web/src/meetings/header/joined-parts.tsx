"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Meeting } from "../meeting";
import { meetingHref } from "../place";
import { useMeetingVerbs } from "../use-meeting-verbs";
import { useMeetingWords } from "../use-meeting-words";

/** The other parts of an interrupted meeting, and the way to part them again. Nothing for a meeting of its own. */
export function JoinedParts({ meeting }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const { whenOf } = useMeetingWords();
  const { partFrom, isBusy } = useMeetingVerbs(meeting);
  const { id, parts, joinedInto, mayChange } = meeting;
  const first = useQuery(
    trpc.meetings.get.queryOptions(
      { id: joinedInto ?? id, withTurns: false },
      { enabled: joinedInto !== null },
    ),
  );
  const later = useQueries({
    queries: parts.map((part) => trpc.meetings.get.queryOptions({ id: part, withTurns: false })),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  });
  if (joinedInto === null && parts.length === 0) return null;

  const part = (partId: string, title: string) =>
    mayChange && (
      <Button
        size="sm"
        variant="ghost"
        loading={isBusy}
        aria-label={t("partNamed", { title })}
        onClick={() => partFrom(partId)}
      >
        {t("part")}
      </Button>
    );
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4">
      {joinedInto !== null && (
        <li className="flex items-center gap-1">
          {t("goesOn")}{" "}
          <Link href={meetingHref(joinedInto)} className="text-accent-strong underline">
            <bdi>{first.data?.title ?? t("meeting")}</bdi>
          </Link>
          {part(id, meeting.title)}
        </li>
      )}
      {later.map((each) => (
        <li key={each.id} className="flex items-center gap-1">
          {t("goneOn")}{" "}
          <Link href={meetingHref(each.id)} className="text-accent-strong underline">
            <bdi>{each.title}</bdi> ({whenOf(each)})
          </Link>
          {part(each.id, each.title)}
        </li>
      ))}
    </ul>
  );
}
