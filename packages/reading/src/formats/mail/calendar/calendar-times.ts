import type { Component, Property } from "./calendar";
import { propertiesOf } from "./calendar";
import { inZone } from "./in-zone";
import type { Moment } from "./moment";

/** Returns the time of an entry, such as "2026-03-03 10:00 to 11:30 (Europe/Berlin)". The last day of a span of days is included. */
export function whenOf(component: Component): string {
  const [start] = propertiesOf(component, "DTSTART");
  if (!start) return "";
  const [end] = propertiesOf(component, "DTEND");
  const [duration] = propertiesOf(component, "DURATION");
  const from = momentOf(start);
  if (!from) return start.value.trim();
  const to = end ? momentOf(end, true) : null;
  const lasts = duration && !end ? ` (lasting ${durationInWords(duration.value)})` : "";
  return `${spanOf(from, to)}${from.zone ? ` (${from.zone})` : ""}${lasts}`;
}

function spanOf(from: Moment, to: Moment | null): string {
  const begin = `${from.day}${from.time ? ` ${from.time}` : ""}`;
  if (!to) return begin;
  const sameZone = to.zone === from.zone || !to.zone;
  const end = [to.day === from.day ? "" : to.day, to.time, sameZone ? "" : `(${to.zone})`]
    .filter(Boolean)
    .join(" ");
  return end ? `${begin} to ${end}` : begin;
}

/** Returns a single time in words, or the raw value if it is not a time. */
export function timeOf(property: Property): string {
  const moment = momentOf(property);
  if (!moment) return property.value.trim();
  const zone = moment.zone ? ` (${moment.zone})` : "";
  return `${moment.day}${moment.time ? ` ${moment.time}` : ""}${zone}`;
}

function momentOf({ value, parameters }: Property, isEnd = false): Moment | null {
  const found = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?\d\d)?(Z)?)?/.exec(value);
  if (!found) return null;
  const [, year = "", month = "", day = "", hour, minute, isUtc] = found;
  if (!hour || !minute) {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) - (isEnd ? 1 : 0)));
    if (Number.isNaN(date.getTime())) return null;
    return { day: date.toISOString().slice(0, 10), time: "", zone: "" };
  }
  const zone = isUtc ? "UTC" : (parameters.get("TZID") ?? "").replace(/^\/.*?\/(?=\w+\/\w+$)/, "");
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}`, zone };
}

/** Returns the first time of an entry, or null if it has none. */
export function startOf(component: Component): Moment | null {
  const [start] = propertiesOf(component, "DTSTART");
  return start ? momentOf(start) : null;
}

/** Returns a time of a rule in the zone of its entry, or in UTC where the zone is unknown. Returns null for text that is no time. */
export function momentIn(value: string, zone: string): Moment | null {
  const moment = momentOf({ name: "", value, parameters: new Map([["TZID", zone]]) });
  return moment?.zone === "UTC" ? (inZone(moment, zone) ?? moment) : moment;
}

/** Returns a period such as "2026-03-03 10:00 to 11:00 (UTC)" in words; one with a length ends after that length. */
export function periodOf({ value, ...property }: Property): string {
  const [begin = "", end = ""] = value.split("/");
  const from = momentOf({ ...property, value: begin });
  if (!from || end === "") return value.trim();
  const to = /^\+?P/i.test(end) ? after(from, end) : momentOf({ ...property, value: end });
  if (!to) return `${timeOf({ ...property, value: begin })} (lasting ${durationInWords(end)})`;
  return `${spanOf(from, to)}${from.zone ? ` (${from.zone})` : ""}`;
}

const minutesOf: Record<string, number> = { W: 10_080, D: 1_440, H: 60, M: 1, S: 1 / 60 };

function after({ day, time, zone }: Moment, duration: string): Moment | null {
  const begin = Date.parse(`${day}T${time || "00:00"}Z`);
  const minutes = [...duration.matchAll(/(\d+)([WDHMS])/g)].reduce(
    (sum, [, count = "", unit = ""]) => sum + Number(count) * (minutesOf[unit] ?? 0),
    0,
  );
  const end = new Date(begin + minutes * 60_000);
  if (Number.isNaN(end.getTime())) return null;
  const text = end.toISOString();
  return { day: text.slice(0, 10), time: time || minutes % 1_440 ? text.slice(11, 16) : "", zone };
}

const units: Record<string, string> = {
  W: "week",
  D: "day",
  H: "hour",
  M: "minute",
  S: "second",
};

/** Returns a duration such as "PT1H30M" in words. */
export function durationInWords(value: string): string {
  const parts = [...value.matchAll(/(\d+)([WDHMS])/g)].flatMap(([, count = "", unit = ""]) =>
    Number(count) > 0 ? [`${Number(count)} ${units[unit]}${Number(count) === 1 ? "" : "s"}`] : [],
  );
  return parts.join(" ") || value;
}
