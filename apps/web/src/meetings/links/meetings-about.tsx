"use client";

import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { Section } from "~/viewer/panel/section";
import { meetingHref, placeOfEvidence } from "../place";
import { useMeetingWords } from "../use-meeting-words";

/** The meetings in which a document was talked about, each with the reason. */
export function MeetingsAbout({ documentId }: { documentId: string }) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const { whenOf } = useMeetingWords();
  const about = useQuery(trpc.meetings.ofDocument.queryOptions({ id: documentId, limit: 10 }));
  const items = about.data?.items ?? [];
  if (items.length === 0) return null;

  return (
    <Section title={t("about_document")} count={items.length}>
      <ul>
        {items.map(({ meeting, reason, evidence: [first] }) => (
          <li key={meeting.id}>
            <Link
              href={meetingHref(meeting.id, first ? placeOfEvidence(first) : {})}
              className="-mx-2 block rounded-md px-2 py-1 hover:bg-n4"
            >
              <bdi className="block truncate">{meeting.title}</bdi>
              <span className="block text-n11 text-xs">
                {whenOf({ beganAt: meeting.beganAt, isTimeKnown: false })} · {t(`reason_${reason}`)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
