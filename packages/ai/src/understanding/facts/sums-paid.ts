import type { Conventions } from "../entities/conventions";
import type { Layout, Piece } from "./pieces";
import { readSums } from "./read-value";

const given =
  /^(?:cash|tend(?:er)?(?:ed)?|cash tendered|amount tendered|cash received|paid(?: amount)?|given|bar|gegeben|erhalten|espèces|reçu|efectivo|entregado|contanti|contante|contant|gotówka|kontant|modtaget|received|visa|mastercard|master card|master|debit|credit card|card|amex|maestro|ec|girocard|cb|pin|karta|dankort|kort)\b(?! ?(?:bill|memo|sale|back))/iu;
const change = /^(?:change(?: due)?|rückgeld|zurück|wechselgeld|rendu|rendu monnaie|à rendre|cambio|vuelta|resto|wisselgeld|terug|troco|reszta|växel|byttepenge|retur|balance)\b/iu;

/** Returns sums that were paid by the words of a bill: what was given less the change; without change, what was given. */
export function sumsPaid({ rows }: Layout, conventions: Conventions): number[] {
  const sumsOf = (words: RegExp) =>
    rows.flatMap((row) => {
      const at = row.findIndex(({ text }) => words.test(text));
      return at < 0 ? [] : lastSum(row.slice(at), conventions);
    });
  const [tendered, returned] = [sumsOf(given), sumsOf(change)];
  if (returned.length === 0) return [];
  return tendered.flatMap((sum) =>
    returned.filter((back) => back < sum).map((back) => Math.round((sum - back) * 100) / 100),
  );
}

function lastSum(pieces: readonly Piece[], conventions: Conventions): number[] {
  const sums = pieces.flatMap(({ text }) => readSums(text, conventions));
  const [number] = /-?\d+(?:\.\d+)?$/.exec(sums.at(-1)?.normalised ?? "") ?? [];
  return number === undefined ? [] : [Math.abs(Number(number))];
}
