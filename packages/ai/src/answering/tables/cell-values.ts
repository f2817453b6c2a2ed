import { fold } from "../languages/gloss";

const months =
  "jan(?:uary|uar|vier)?|enero|feb(?:ruary|ruar|rero)?|fevrier|mar(?:ch|z|s|zo)?|apr(?:il)?|avril|abril|may|mai|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust)?|aout|agosto|sep(?:t|tember|tembre|tiembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember|embre)?|diciembre";
const order = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const others: Record<string, string> = {
  ene: "jan",
  fev: "feb",
  avr: "apr",
  abr: "apr",
  mai: "may",
  jui: "jun",
  ago: "aug",
  aou: "aug",
  okt: "oct",
  dez: "dec",
  dic: "dec",
};

/** A day, a month of a year or a month; parts that are not said are null. */
export type Day = { year: number | null; month: number; day: number | null };

const iso = /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/;
const figures = /\b(\d{1,2})([./])(\d{1,2})\2(\d{2,4})\b/;
const dayFirst = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s(?:of |de )?(${months})\\b\\.?(?:,?\\s(?:de |del )?(\\d{4}))?`,
);
const monthFirst = new RegExp(
  `\\b(${months})\\b\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s(\\d{4}))?`,
);
const monthAlone = new RegExp(
  `\\b(?:in |im |en |of |for |fur |since |seit )?(${months})\\b\\.?(?:\\s(?:de |del )?(\\d{4}))?`,
);

/** Returns the first day that a text names, with the words that do; null if it names none. "May" alone is a verb in a question. */
export function dayIn(text: string): (Day & { said: string }) | null {
  const plain = fold(text);
  const [said, year, month, day] = iso.exec(plain) ?? [];
  if (said && year && month)
    return { said, year: Number(year), month: Number(month), day: day ? Number(day) : null };
  const written = figures.exec(plain);
  if (written) return ofFigures(written);
  const first = dayFirst.exec(plain);
  if (first?.[2])
    return {
      said: first[0],
      day: Number(first[1]),
      month: monthOf(first[2]),
      year: yearOf(first[3]),
    };
  const second = monthFirst.exec(plain);
  if (second?.[1])
    return {
      said: second[0],
      day: Number(second[2]),
      month: monthOf(second[1]),
      year: yearOf(second[3]),
    };
  const alone = monthAlone.exec(plain);
  if (!alone?.[1] || (alone[1] === "may" && !/^(?:in|of|for|since) /.test(alone[0]))) return null;
  return { said: alone[0], day: null, month: monthOf(alone[1]), year: yearOf(alone[2]) };
}

/** The day comes first, unless that is no day of a month. */
function ofFigures([said, a, , b, year]: RegExpExecArray): Day & { said: string } {
  const [first, second] = [Number(a), Number(b)];
  const [day, month] = second > 12 ? [second, first] : [first, second];
  return { said, day, month, year: Number(year) < 100 ? 2000 + Number(year) : Number(year) };
}

function yearOf(said: string | undefined): number | null {
  return said ? Number(said) : null;
}

function monthOf(said: string): number {
  const short = said.startsWith("juil") ? "jul" : said.slice(0, 3);
  return order.indexOf(others[short] ?? short) + 1;
}

/** Returns whether a day of a cell is within what a question says. */
export function isWithin(cell: Day, asked: Day): boolean {
  return (
    cell.month === asked.month &&
    (asked.day === null || cell.day === asked.day) &&
    (asked.year === null || cell.year === asked.year)
  );
}

/** Returns the number of a cell that holds one, perhaps with a currency or a unit; null for other text. */
export function numberOf(cell: string): number | null {
  const bare = cell
    .trim()
    .replace(/^(?:[€$£¥]|[A-Z]{3}\b)\s?|\s?(?:[€$£¥%]|\b(?:EUR|USD|GBP|CHF|h|km|kg|pcs)\.?)$/g, "")
    .replaceAll(/(?<=\d)[\s'’](?=\d{3})/g, "");
  if (!/^[-−+]?\d[\d.,]*$/.test(bare)) return null;
  const isCommaLast = bare.lastIndexOf(",") > bare.lastIndexOf(".");
  const isDecimalComma = isCommaLast && !/^\D?\d{1,3}(?:,\d{3})+$/.test(bare);
  const plain = isDecimalComma
    ? bare.replaceAll(".", "").replace(",", ".")
    : bare.replaceAll(",", "");
  const value = Number(plain.replace("−", "-"));
  return Number.isFinite(value) ? value : null;
}
