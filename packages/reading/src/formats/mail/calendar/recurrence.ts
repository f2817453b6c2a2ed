import { momentIn } from "./calendar-times";
import { dayInWords, isEachOf, monthInWords, workingDays, yearDayInWords } from "./days-in-words";
import { listed, ordinal } from "./in-words";
import type { Moment } from "./moment";

const units: Record<string, string> = {
  SECONDLY: "second",
  MINUTELY: "minute",
  HOURLY: "hour",
  DAILY: "day",
  WEEKLY: "week",
  MONTHLY: "month",
  YEARLY: "year",
};

const told = new Set(
  "FREQ INTERVAL COUNT UNTIL WKST BYSECOND BYMINUTE BYHOUR BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS".split(
    " ",
  ),
);

type Rule = Map<string, string>;

/**
 * Returns a recurrence rule in words, such as "every 2 weeks on Monday and Friday, 10 times". Names the parts that it does not know. `start` is the
 * first time of the entry. Returns text that is no rule unchanged.
 */
export function recurrenceInWords(rule: string, start: Moment | null): string {
  const parts = partsOf(rule);
  const unit = units[parts.get("FREQ") ?? ""];
  if (!unit) return rule.trim();
  const interval = Number(parts.get("INTERVAL") ?? 1) || 1;
  const count = parts.get("COUNT");
  return [
    interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`,
    daysOf(parts),
    timesOf(parts, unit, start),
    weeksOf(parts),
    prefixed(" in ", listed(parts.get("BYMONTH"), monthInWords)),
    untilOf(parts.get("UNTIL"), start),
    count ? `, ${count} ${count === "1" ? "time" : "times"}` : "",
    weekStartOf(parts, interval),
    prefixed(", with ", restOf(parts)),
  ].join("");
}

function partsOf(rule: string): Rule {
  return new Map(
    rule.split(";").flatMap((part): [string, string][] => {
      const [name = "", ...value] = part.split("=");
      return part.trim() === ""
        ? []
        : [[name.trim().toUpperCase(), value.join("=").trim().toUpperCase()]];
    }),
  );
}

function prefixed(prefix: string, text: string): string {
  return text === "" ? "" : prefix + text;
}

function daysOf(parts: Rule): string {
  const days = parts.get("BYDAY");
  const places = parts.get("BYSETPOS");
  const others = [
    listed(parts.get("BYMONTHDAY"), (day) =>
      day.startsWith("-") ? `the ${ordinal(Number(day))} day of the month` : `day ${day}`,
    ),
    listed(parts.get("BYYEARDAY"), yearDayInWords),
  ].filter(Boolean);
  if (places && days && others.length === 0) return ` on ${placedDays(days, places)}`;
  const on = [listed(days, dayInWords), ...others].filter(Boolean);
  const only = places
    ? `, only the ${listed(places, (place) => ordinal(Number(place)))} of these`
    : "";
  return prefixed(" on ", on.join(", ")) + only;
}

/** Returns the days that `BYSETPOS` picks among several, such as "the last working day (Monday to Friday)". */
function placedDays(days: string, places: string): string {
  const place = listed(places, (each) => ordinal(Number(each)));
  if (isEachOf(days, workingDays)) return `the ${place} working day (Monday to Friday)`;
  if (isEachOf(days, ["SA", "SU"])) return `the ${place} day of a weekend`;
  if (isEachOf(days, [...workingDays, "SA", "SU"])) return `the ${place} day`;
  const named = listed(days, dayInWords);
  return days.includes(",") ? `the ${place} of ${named}` : `the ${place} ${named}`;
}

function timesOf(parts: Rule, unit: string, start: Moment | null): string {
  const hours = parts.get("BYHOUR");
  const minutes = parts.get("BYMINUTE");
  const seconds = prefixed(
    " at second ",
    listed(parts.get("BYSECOND"), (second) => second),
  );
  if (!hours)
    return (
      prefixed(
        " at minute ",
        listed(minutes, (minute) => minute),
      ) + seconds
    );
  if (unit === "minute" || unit === "second")
    return ` in the hours ${listed(hours, (hour) => hour)}${prefixed(
      " at minute ",
      listed(minutes, (minute) => minute),
    )}${seconds}`;
  const own = minutes ?? start?.time.slice(3) ?? "00";
  const times = hours
    .split(",")
    .flatMap((hour) =>
      own.split(",").map((minute) => `${hour.trim()}:${minute.trim().padStart(2, "0")}`),
    );
  return ` at ${listed(times.join(","), (time) => time)}${seconds}`;
}

function weeksOf(parts: Rule): string {
  const weeks = listed(parts.get("BYWEEKNO"), (week) =>
    week.startsWith("-") ? `the ${ordinal(Number(week))} week of the year` : `week ${week}`,
  );
  return prefixed(" in ", weeks);
}

/** Returns the last day in the zone of the entry. Adds the time where it excludes an occurrence on that day. */
function untilOf(value: string | undefined, start: Moment | null): string {
  if (!value) return "";
  const until = momentIn(value, start?.zone ?? "");
  if (!until) return ` until ${value}`;
  const isForeign = until.zone !== "" && until.zone !== start?.zone;
  if (isForeign) return ` until ${until.day} ${until.time} (${until.zone})`;
  const isEarly = until.time !== "" && start !== null && until.time < start.time;
  return ` until ${until.day}${isEarly ? ` ${until.time}` : ""}`;
}

function weekStartOf(parts: Rule, interval: number): string {
  const first = parts.get("WKST");
  const matters = (parts.get("FREQ") === "WEEKLY" && interval > 1) || parts.has("BYWEEKNO");
  return first && first !== "MO" && matters ? `, weeks beginning on ${dayInWords(first)}` : "";
}

function restOf(parts: Rule): string {
  const unknown = [...parts].filter(([name]) => !told.has(name));
  return unknown.map(([name, value]) => `${name}=${value}`).join(" and ");
}
