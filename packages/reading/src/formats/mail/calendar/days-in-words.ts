import { ordinal } from "./in-words";

const days: Record<string, string> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};

export const workingDays = ["MO", "TU", "WE", "TH", "FR"];

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Returns a day of a rule in words: "Monday" for MO, "the last Friday" for -1FR. */
export function dayInWords(day: string): string {
  const [, place = "", name = ""] = /^([+-]?\d+)?([A-Z]{2})$/.exec(day) ?? [];
  const word = days[name] ?? day;
  return place ? `the ${ordinal(Number(place))} ${word}` : word;
}

export function monthInWords(month: string): string {
  return months[Number(month) - 1] ?? month;
}

export function yearDayInWords(day: string): string {
  return day.startsWith("-")
    ? `the ${ordinal(Number(day))} day of the year`
    : `day ${day} of the year`;
}

/** Returns true if a list of days holds these days and no others, in any order. */
export function isEachOf(list: string, wanted: string[]): boolean {
  const found = new Set(list.split(",").map((day) => day.trim()));
  return found.size === wanted.length && wanted.every((day) => found.has(day));
}
