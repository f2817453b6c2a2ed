"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { Popover } from "@besunny/ui/overlays/popover";
import { UserRoundPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import type { Meeting } from "../meeting";
import { SpeakerDot } from "../speaker-dot";
import { useMeetingVerbs } from "../use-meeting-verbs";
import type { ChosenTurns } from "./use-chosen-turns";

/** Turns that were put down to the wrong person are chosen here and given to another one. */
export function ChosenBar({ meeting, chosen }: { meeting: Meeting; chosen: ChosenTurns }) {
  const t = useTranslations("meetings");
  const { giveTurns } = useMeetingVerbs(meeting);
  const [isOpen, setIsOpen] = useState(false);
  if (!chosen.isChoosing)
    return (
      <Button size="sm" icon={<UserRoundPen aria-hidden />} onClick={chosen.begin}>
        {t("chooseTurns")}
      </Button>
    );

  function give(to: { number: number } | { name: string }) {
    giveTurns({ turns: chosen.turns, to });
    setIsOpen(false);
    chosen.end();
  }

  function giveToNew(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (name) give({ name });
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <span role="status" className="text-n11 text-sm tabular-nums">
        {chosen.turns.length === 0 ? t("chooseHint") : t("chosen", { count: chosen.turns.length })}
      </span>
      <Popover
        label={t("giveTo")}
        align="end"
        open={isOpen}
        onOpenChange={setIsOpen}
        className="w-72"
        trigger={
          <Button size="sm" variant="primary" disabled={chosen.turns.length === 0}>
            {t("giveTo")}
          </Button>
        }
      >
        <ul className="-mx-1 flex max-h-60 flex-col overflow-y-auto">
          {meeting.speakers.map(({ number, name }) => (
            <li key={number}>
              <button
                type="button"
                onClick={() => give({ number })}
                className="flex min-h-8 w-full items-center gap-2 rounded-sm px-2 text-start hover:bg-n4 coarse:min-h-10"
              >
                <SpeakerDot number={number} />
                <bdi className="min-w-0 truncate">{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
        <form onSubmit={giveToNew} className="mt-2 flex gap-2 border-t pt-2">
          <Input
            name="name"
            required
            maxLength={120}
            aria-label={t("newSpeaker")}
            placeholder={t("newSpeaker")}
          />
          <Button type="submit">{t("give")}</Button>
        </form>
      </Popover>
      <Button size="sm" variant="ghost" onClick={chosen.end}>
        {t("cancel")}
      </Button>
    </div>
  );
}
