const units: Record<string, string> = {
  SECONDLY: "second",
  MINUTELY: "minute",
  HOURLY: "hour",
  DAILY: "day",
  WEEKLY: "week",
  MONTHLY: "month",
  YEARLY: "year",
};

const days: Record<string, string> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};

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

/** Returns a recurrence rule in words, such as "every 2 weeks on Monday and Friday, 10 times". Returns text that is no rule unchanged. */
export function recurrenceInWords(rule: string): string {
  const parts = new Map(
    rule.split(";").map((part): [string, string] => {
      const [name = "", value = ""] = part.split("=");
      return [name.trim().toUpperCase(), value.trim().toUpperCase()];
    }),
  );
  const unit = units[parts.get("FREQ") ?? ""];
  if (!unit) return rule.trim();
  const interval = Number(parts.get("INTERVAL") ?? 1) || 1;
  const every = interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
  const on = [
    listed(parts.get("BYDAY"), dayInWords),
    listed(parts.get("BYMONTHDAY"), (day) => (day === "-1" ? "the last day" : `day ${day}`)),
  ].filter(Boolean);
  const inMonths = listed(parts.get("BYMONTH"), (month) => months[Number(month) - 1] ?? month);
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get("UNTIL") ?? "");
  const count = parts.get("COUNT");
  return [
    every,
    on.length > 0 ? ` on ${on.join(", ")}` : "",
    inMonths ? ` in ${inMonths}` : "",
    until ? ` until ${until.slice(1).join("-")}` : "",
    count ? `, ${count} times` : "",
  ].join("");
}

function dayInWords(day: string): string {
  const [, place = "", name = ""] = /^([+-]?\d+)?([A-Z]{2})$/.exec(day) ?? [];
  const word = days[name] ?? day;
  if (!place) return word;
  const number = Number(place);
  return number === -1 ? `the last ${word}` : `the ${ordinal(number)} ${word}`;
}

function ordinal(number: number): string {
  if (number < 0) return `${ordinal(-number)} last`;
  return ["first", "second", "third", "fourth", "fifth"][number - 1] ?? `${number}th`;
}

function listed(value: string | undefined, inWords: (item: string) => string): string {
  if (!value) return "";
  const items = value.split(",").map((item) => inWords(item.trim()));
  const last = items.pop() ?? "";
  return items.length > 0 ? `${items.join(", ")} and ${last}` : last;
}
