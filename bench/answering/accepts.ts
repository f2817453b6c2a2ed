import type { Answers } from "./set";

/** Returns whether a text holds one of the accepted answers; sets/judged/README.md explains their forms. */
export function accepts(text: string, answers: Answers): boolean {
  const said = folded(text);
  return answers.some((answer) => [answer].flat().every((part) => holds(said, part)));
}

/** Text without case, accents, kinds of quotation marks and kinds of spaces. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[‐‑–]/g, "-")
    .replaceAll(/\s+/g, " ");
}

function holds(said: string, answer: string): boolean {
  const pattern = /^\/(.+)\/$/.exec(answer)?.[1];
  if (pattern) return new RegExp(unaccented(pattern), "iu").test(said);
  if (answer.startsWith("date:")) return holdsDate(said, answer.slice(5));
  if (answer.startsWith("amount:")) return holdsAmount(said, Number(answer.slice(7)));
  return said.includes(folded(answer));
}

/** Letters of a pattern without their accents; everything else of a pattern keeps its meaning. */
function unaccented(pattern: string): string {
  return pattern.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll("ß", "ss");
}

const languages = ["en", "de", "fr", "es", "it", "nl", "pl"];

function holdsDate(said: string, iso: string): boolean {
  const [year = "", month = "", day = ""] = iso.split("-");
  const [d, m] = [Number(day), Number(month)];
  const names = monthNames(m).join("|");
  const dayForm = `0?${d}(?:st|nd|rd|th|er|\\.|º)?`;
  const patterns = [
    `${year}-0?${m}-0?${d}(?!\\d)`,
    `(?<!\\d)0?${d}([./-])\\s?0?${m}\\1\\s?(?:${year}|${year.slice(2)})(?!\\d)`,
    `(?<!\\d)0?${m}([/-])0?${d}\\1(?:${year}|${year.slice(2)})(?!\\d)`,
    `(?<!\\d)${dayForm}(?: day)?(?: of| de)? (?:${names})\\.?,?(?: de| del)? ${year}`,
    `(?:${names})\\.? ${dayForm},? ${year}`,
  ];
  return patterns.some((pattern) => new RegExp(pattern, "u").test(said));
}

function monthNames(month: number): string[] {
  const date = new Date(Date.UTC(2024, month - 1, 15));
  const styles = ["long", "short"] as const;
  const names = languages.flatMap((language) =>
    styles.map((style) => {
      const format = new Intl.DateTimeFormat(language, { day: "numeric", month: style });
      return format.formatToParts(date).find(({ type }) => type === "month")?.value ?? "";
    }),
  );
  return [...new Set(names.map((name) => folded(name).replace(/\.$/, "")))].filter(Boolean);
}

/** A number in any usual form: 4,340.00, 4.340,00, 4 340, 4'340 or 4340. */
function holdsAmount(said: string, amount: number): boolean {
  const numbers = said.match(/\d+(?:[.,' ]\d{3})*(?:[.,]\d{1,2})?(?!\d)|\d+/g) ?? [];
  return numbers.some((number) => Math.abs(amountOf(number) - amount) < 0.005);
}

function amountOf(number: string): number {
  const cents = /[.,](\d{1,2})$/.exec(number);
  const whole = (cents ? number.slice(0, -cents[0].length) : number).replaceAll(/\D/g, "");
  return Number(`${whole}.${cents?.[1] ?? "0"}`);
}
