import type { Conventions } from "../entities/conventions";
import type { Candidate } from "./candidate";
import type { Layout, Piece } from "./pieces";
import { readSums } from "./read-value";

const given =
  /^(?:cash|tend(?:er)?(?:ed)?|cash tendered|amount tendered|cash received|paid(?: amount)?|given|bar|gegeben|erhalten|espèces|reçu|efectivo|entregado|contanti|contante|contant|gotówka|kontant|modtaget|received|visa|mastercard|master card|master|debit|credit card|card|amex|maestro|ec|girocard|cb|pin|karta|dankort|kort)\b(?! ?(?:bill|memo|sale|back))/iu;
const change =
  /^(?:change(?: due)?|rückgeld|zurück|wechselgeld|rendu|rendu monnaie|à rendre|cambio|vuelta|resto|wisselgeld|terug|troco|reszta|växel|byttepenge|retur|balance)\b/iu;

/** Finds the total of a bill without a label for it: the sum that was paid, where the bill shows it. */
export function paidTotals(
  { pieces }: Layout,
  paid: readonly number[],
  conventions: Conventions,
): Candidate[] {
  return pieces
    .flatMap((piece) =>
      readSums(piece.text, conventions).flatMap(({ start, end, ...sum }): Candidate[] => {
        const [number] = /-?\d+(?:\.\d+)?$/.exec(sum.normalised ?? "") ?? [];
        if (number === undefined || !paid.includes(Number(number))) return [];
        const from = piece.span[0];
        return [
          {
            ...sum,
            name: "total",
            confidence: 0.7,
            evidence: [[from + start, from + end]],
            origin: "place",
          },
        ];
      }),
    )
    .slice(0, 1);
}

/** Returns sums that were paid by the words of a bill: what was given less the change; without change, what was given. */
export function sumsPaid({ rows }: Layout, conventions: Conventions): number[] {
  const sumsOf = (words: RegExp) =>
    rows.flatMap((row) => {
      const at = row.findIndex(({ text }) => words.test(text));
      return at < 0 ? [] : lastSum(row.slice(at), conventions);
    });
  const [tendered, returned] = [sumsOf(given), sumsOf(change)];
  if (returned.length === 0) return rounded(rows, conventions);
  return tendered.flatMap((sum) =>
    returned.filter((back) => back < sum).map((back) => Math.round((sum - back) * 100) / 100),
  );
}

const rounding =
  /\b(?:round(?:ing|ed)?(?: adj\p{L}*)?|rundung|arrondi|redondeo|arrotondamento|afronding|arredondamento|zaokrąglenie|öresavrundning|avrundning|afrunding|øreafrunding)\b/iu;
const MOST_ROUNDED = 0.05;

/** The sums of a bill that another one becomes by the rounding that the bill states. */
function rounded(rows: Layout["rows"], conventions: Conventions): number[] {
  const numbers = new Set<number>();
  let by = 0;
  for (const row of rows) {
    const text = row.map((piece) => piece.text).join("  ");
    const sums = readSums(text, conventions).map(({ normalised }) =>
      Number(/-?\d+(?:\.\d+)?$/.exec(normalised ?? "")?.[0] ?? Number.NaN),
    );
    const last = sums.at(-1) ?? 0;
    if (rounding.test(text) && last !== 0 && Math.abs(last) <= MOST_ROUNDED) by = last;
    else for (const sum of sums) numbers.add(sum);
  }
  if (by === 0) return [];
  return [...numbers]
    .map((sum) => Math.round((sum + by) * 100) / 100)
    .filter((sum) => sum > 1 && numbers.has(sum));
}

function lastSum(pieces: readonly Piece[], conventions: Conventions): number[] {
  const sums = pieces.flatMap(({ text }) => readSums(text, conventions));
  const [number] = /-?\d+(?:\.\d+)?$/.exec(sums.at(-1)?.normalised ?? "") ?? [];
  return number === undefined ? [] : [Math.abs(Number(number))];
}
