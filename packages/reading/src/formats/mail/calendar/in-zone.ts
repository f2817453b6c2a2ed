import { findIana } from "windows-iana";
import type { Moment } from "./moment";

/** Returns a moment of UTC in a zone, or null for an unknown zone. Outlook writes the names that Windows has for zones. */
export function inZone({ day, time }: Moment, zone: string): Moment | null {
  const date = new Date(`${day}T${time || "00:00"}Z`);
  if (zone === "" || Number.isNaN(date.getTime())) return null;
  const [iana = zone] = findIana(zone);
  try {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: iana,
      dateStyle: "short",
      timeStyle: "short",
    });
    const [localDay = "", localTime = ""] = format.format(date).split(" ");
    return { day: localDay, time: localTime, zone };
  } catch {
    return null;
  }
}
