"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useFormatter, useTranslations } from "next-intl";

import { placeHref } from "~/viewer/place";
import { meetingHref } from "../place";

export type Brief = Outputs["briefs"]["upcoming"]["items"][number];
type Source = Brief["content"]["changed"][number]["source"];

/** A meeting to come, and what to know before it, each line with its source. */
export function BriefCard({ brief }: { brief: Brief }) {
  const t = useTranslations("briefs");
  const tell = useTold();
  const format = useFormatter();
  const { title, beganAt, joinUrl, content, sentence } = brief;
  const { people, lastTime, actions, decisions, changed, unread } = content;

  return (
    <li className="border-n5 border-b px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-56">
          <p className="break-words font-medium">
            <bdi>{title}</bdi>
          </p>
          <p className="text-n11 text-sm tabular-nums">
            <time dateTime={beganAt.toISOString()}>
              {format.dateTime(beganAt, { dateStyle: "full", timeStyle: "short" })}
            </time>
          </p>
        </div>
        {joinUrl && (
          <Button asChild size="sm">
            <a href={joinUrl} target="_blank" rel="noreferrer">
              {t("joinCall")}
            </a>
          </Button>
        )}
      </div>
      {people.length > 0 && (
        <p className="text-sm">
          {t("with", { people: people.map(({ name }) => name).join(", ") })}
        </p>
      )}
      {sentence && <p className="text-n11 text-sm">{tell(sentence)}</p>}
      {lastTime && (
        <p className="text-sm">
          {t("lastTime")}{" "}
          <Link href={meetingHref(lastTime.meetingId)} className={linkLook}>
            <bdi>{lastTime.title}</bdi>
          </Link>
        </p>
      )}
      <Lines title={t("open")} lines={actions} />
      <Lines title={t("decided")} lines={decisions} />
      <Lines title={t("changed")} lines={changed} />
      <Lines title={t("unread")} lines={unread} />
    </li>
  );
}

const linkLook = "text-accent-strong hover:underline";

function Lines({
  title,
  lines,
}: {
  title: string;
  lines: readonly { text?: string; source: Source }[];
}) {
  if (lines.length === 0) return null;
  return (
    <div className="mt-1.5">
      <h3 className="font-medium text-n11 text-xs">{title}</h3>
      <ul className="text-sm">
        {lines.map(({ text, source }) => (
          <li key={`${source.documentId} ${source.span?.[0] ?? ""} ${text ?? ""}`}>
            <Link
              href={placeHref(
                source.documentId,
                source.span ? { span: [source.span[0], source.span[1]] } : {},
              )}
              className="break-words hover:underline"
            >
              <bdi>{text ?? source.title}</bdi>
            </Link>
            {text && <span className="text-n11"> · {source.title}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
