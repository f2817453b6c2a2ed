"use client";

import { useFormatter, useTranslations } from "next-intl";

import { clockOf } from "./clock";
import type { Evidence, ListedMeeting } from "./meeting";

type Begun = Pick<ListedMeeting, "beganAt" | "isTimeKnown">;

/** Returns what says in words when a meeting was, how long it was, and when something was said in it. */
export function useMeetingWords() {
  const t = useTranslations("meetings");
  const format = useFormatter();

  return {
    whenOf({ beganAt, isTimeKnown }: Begun): string {
      if (!beganAt) return t("noDay");
      return isTimeKnown
        ? format.dateTime(beganAt, { dateStyle: "medium", timeStyle: "short" })
        : format.dateTime(beganAt, { dateStyle: "medium", timeZone: "UTC" });
    },
    lengthOf(seconds: number): string {
      const minutes = Math.max(1, Math.round(seconds / 60));
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      return hours === 0 ? t("minutes", { minutes }) : t("hours", { hours, minutes: rest });
    },
    /** The second of some words, or their turn if nothing is timed. */
    placeOf({ at, turns }: Evidence): string {
      if (at.startMs === null) return t("turnNumber", { turn: turns[0] ?? 1 });
      const clock = clockOf(at.startMs);
      return at.isTimeGuessed ? t("about", { clock }) : clock;
    },
  };
}
