import { chanceOf } from "../../layouts/chance";

/** `values` are what must be found, in order; none if the text leaves it open or holds none of that kind. */
export type Case = {
  language: string;
  kind: "money" | "percent" | "date";
  text: string;
  values: string[];
};

const locales =
  "en en-GB en-IN en-CA en-ZA de de-AT de-CH fr fr-CH fr-CA es es-MX it it-CH nl pt pt-PT pl sv da nb fi cs sk hu ro bg el tr ru uk hr sl lt lv et is ja zh ko vi".split(
    " ",
  );
const currencies: Record<string, string> = {
  "en-GB": "GBP",
  "en-IN": "INR",
  "de-CH": "CHF",
  pl: "PLN",
  ja: "JPY",
};

/** Writes sums, shares and days as CLDR does in each locale, with the values that must be read back. */
export function generatedCases(seed: number): Case[] {
  const chance = chanceOf(seed);
  return locales.flatMap((locale) => {
    const language = locale.slice(0, 2);
    const currency = currencies[locale] ?? "EUR";
    const digits = currency === "JPY" ? 0 : 2;
    const sums = Array.from({ length: 9 }, (_, index): Case => {
      const value = chance.whole(1, 10 ** (index + 2)) / 10 ** digits;
      const text = new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        currencyDisplay: index % 2 ? "code" : "symbol",
      }).format(value);
      return {
        language,
        kind: "money",
        text,
        values: [
          `${currency} ${digits && !Number.isInteger(value) ? value.toFixed(2) : value.toFixed(0)}`,
        ],
      };
    });
    const shares = Array.from({ length: 6 }, (_, index): Case => {
      const value = chance.whole(1, 99_999) / 1_000;
      const shown = Number(value.toFixed(index % 4));
      const text = new Intl.NumberFormat(locale, {
        style: "percent",
        minimumFractionDigits: index % 4,
        maximumFractionDigits: index % 4,
      }).format(shown / 100);
      return { language, kind: "percent", text, values: [`${shown} %`] };
    });
    const days = (["long", "medium", "full"] as const).flatMap((dateStyle) =>
      Array.from({ length: 3 }, (): Case => {
        const day = new Date(
          Date.UTC(chance.whole(1990, 2029), chance.whole(0, 11), chance.whole(1, 28)),
        );
        const text = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" }).format(day);
        return { language, kind: "date", text, values: [day.toISOString().slice(0, 10)] };
      }),
    );
    return [...sums, ...shares, ...days];
  });
}

/** Reads cases from lines of language, kind, text and values, parted by tabs; values are parted by "|", and "-" means none. */
export function casesOf(lines: string): Case[] {
  return lines
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [language = "", kind = "", text = "", values = ""] = line.split("\t");
      if (kind !== "money" && kind !== "percent" && kind !== "date")
        throw new Error(`A case is money, percent or date, not "${kind}": ${line}`);
      return {
        language,
        kind,
        text,
        values: values.trim() === "-" ? [] : values.trim().split("|"),
      };
    });
}
