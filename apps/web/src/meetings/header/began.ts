import { localDay } from "~/home/days";
import type { Meeting } from "../meeting";

/** Returns the day and the time of a meeting where the person is, for the fields of a form. Without a known time it is the day alone. */
export function dayAndTime({ beganAt, isTimeKnown }: Pick<Meeting, "beganAt" | "isTimeKnown">): {
  day: string;
  time: string;
} {
  if (!beganAt) return { day: "", time: "" };
  if (!isTimeKnown) return { day: beganAt.toISOString().slice(0, 10), time: "" };
  const two = (part: number) => String(part).padStart(2, "0");
  return {
    day: localDay(beganAt),
    time: `${two(beganAt.getHours())}:${two(beganAt.getMinutes())}`,
  };
}

/** Returns the beginning as commands take it. Without a time it is the day alone, without a day it is unknown. */
export function begunAt(day: string, time: string): { beganAt: Date | null; isTimeKnown: boolean } {
  if (!day) return { beganAt: null, isTimeKnown: false };
  if (!time) return { beganAt: new Date(`${day}T00:00:00Z`), isTimeKnown: false };
  return { beganAt: new Date(`${day}T${time}`), isTimeKnown: true };
}
