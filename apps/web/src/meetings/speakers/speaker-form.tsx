"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import type { Meeting, Speaker } from "../meeting";
import { SpeakerDot } from "../speaker-dot";
import { useMeetingVerbs } from "../use-meeting-verbs";
import { useMeetingWords } from "../use-meeting-words";

const nobody = "nobody";

/** One speaker: the name, which member it is, and with whom the speaker is one person. */
export function SpeakerForm({
  meeting,
  speaker,
  share,
  members,
}: {
  meeting: Meeting;
  speaker: Speaker;
  share: number | null;
  members: readonly { userId: string; name: string }[];
}) {
  const t = useTranslations("meetings");
  const format = useFormatter();
  const { lengthOf } = useMeetingWords();
  const { changeSpeaker, mergeSpeakers, isBusy } = useMeetingVerbs(meeting);
  const { number, name, userId, seconds, words, isGeneric } = speaker;
  const [typed, setTyped] = useState(name);
  const others = meeting.speakers.filter((each) => each.number !== number);
  const spoken = [
    share !== null && format.number(share, { style: "percent", maximumFractionDigits: 0 }),
    seconds !== null && lengthOf(seconds),
    t("wordCount", { count: words }),
  ].filter(Boolean);

  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (typed.trim() && typed.trim() !== name) changeSpeaker({ number, name: typed.trim() });
  }

  return (
    <li className="flex flex-col gap-2 border-n5 border-b py-3 last:border-0">
      <p className="flex min-w-0 flex-wrap items-center gap-2">
        <SpeakerDot number={number} />
        <bdi className="min-w-0 truncate font-medium">{name}</bdi>
        {isGeneric && <Badge>{t("noName")}</Badge>}
        <span className="text-n11 text-sm tabular-nums">{spoken.join(" · ")}</span>
      </p>
      {meeting.mayChange && (
        <div className="flex flex-wrap gap-2">
          <form onSubmit={rename} className="flex min-w-0 flex-1 basis-56 gap-2">
            <Input
              aria-label={t("nameOf", { name })}
              value={typed}
              maxLength={120}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <Button
              type="submit"
              aria-label={t("renameNamed", { name })}
              disabled={isBusy || !typed.trim() || typed.trim() === name}
            >
              {t("rename")}
            </Button>
          </form>
          <Select
            label={t("memberOf", { name })}
            value={userId ?? nobody}
            options={[
              { value: nobody, label: t("noMember") },
              ...(userId && !members.some((each) => each.userId === userId)
                ? [{ value: userId, label: name }]
                : []),
              ...members.map((each) => ({ value: each.userId, label: each.name })),
            ]}
            onChange={(next) => changeSpeaker({ number, userId: next === nobody ? null : next })}
            className="max-w-44"
          />
          {others.length > 0 && (
            <Select
              label={t("mergeOf", { name })}
              value={null}
              placeholder={t("mergeWith")}
              options={others.map((each) => ({ value: String(each.number), label: each.name }))}
              onChange={(into) => mergeSpeakers({ from: number, into: Number(into) })}
              className="max-w-44"
            />
          )}
        </div>
      )}
    </li>
  );
}
