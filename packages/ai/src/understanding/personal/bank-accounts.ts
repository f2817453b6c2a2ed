import { isValidBIC, isValidIBAN } from "ibantools";

import { anyOf, type FoundDetail, type Line, leadTo } from "./found-detail";

const iban = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ \u00a0]?[A-Za-z0-9]{1,4}){3,9}(?![A-Za-z0-9])/g;
const bic = /(?<![A-Za-z0-9])[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Za-z0-9])/g;
const bicLabel = /(?:bic|swift)(?:[ /-]{1,3}(?:bic|swift|code|nr|no))*\W{0,6}(?:is\W{1,2})?$/iu;
const account =
  /(?<![\p{L}\p{N}])(?:account|acct|a\/c|konto|kontonummer|kontonr|kto|compte|cuenta|conto|rekening|rekeningnummer|conta|rachunek|rachunku|kontonummer|bankkonto)[\s.:-]{0,3}(?:(?:number|num|no|nr|nummer|numéro|número|numero|corrente|corriente|bancario|bancaire|n°|nº|#)[\s.:-]{0,3}){0,3}(?:is\s+)?(?<number>\d(?:[ -]?\d){5,19})(?![\p{L}\p{N}]|[.,]\d)/giu;
const bankWords = anyOf(
  "bank|banks|bank account|banque|banco|banca|bankverbindung|sort code|blz|bankleitzahl|routing|aba|bic|swift|iban|giro|checking|savings|wire|direct debit|deposit|clearing|agência|agencia|kontoinhaber|account holder|clabe|rib",
);
const routing =
  /(?<![\p{L}\p{N}])(?:routing|aba|rtn|transit)(?:[\s/]+(?:transit|routing))?[\s.:#-]{0,3}(?:(?:number|no|num)[\s.:#-]{0,3})?(?:is\s+)?(?<number>\d{9})(?!\d)/giu;

/** Finds IBANs by their check digits. Finds BICs and numbers of accounts behind a label. */
export function findBankAccounts(line: Line): FoundDetail[] {
  const accounts = findIbans(line.text);
  return [...accounts, ...findBics(line), ...findNumbers(line)];
}

/** Finds IBANs with a right structure and right check digits, in capitals or not, with or without spaces. */
export function findIbans(text: string): FoundDetail[] {
  return [...text.matchAll(iban)].flatMap((match): FoundDetail[] => {
    // The pattern may run into the next word; the check digits show the end of the number.
    for (let quote = match[0]; quote.length >= 15; quote = quote.slice(0, -1).trimEnd()) {
      const compact = quote.replace(/[ \u00a0]/g, "").toUpperCase();
      if (!isValidIBAN(compact)) continue;
      const end = match.index + quote.length;
      return [{ kind: "iban", start: match.index, end, confidence: 0.999, normalised: compact }];
    }
    return [];
  });
}

function findBics(line: Line): FoundDetail[] {
  return [...line.text.matchAll(bic)].flatMap((match): FoundDetail[] => {
    const start = match.index;
    if (!bicLabel.test(leadTo(line, start)) || !isValidBIC(match[0])) return [];
    return [
      { kind: "bic", start, end: start + match[0].length, confidence: 0.97, normalised: match[0] },
    ];
  });
}

function findNumbers(line: Line): FoundDetail[] {
  if (!/\d(?:[ -]?\d){4}/.test(line.text)) return [];
  const around = line.before.slice(-80) + line.text;
  const numbers = bankWords.test(around) ? [...line.text.matchAll(account)] : [];
  const routes = [...line.text.matchAll(routing)].filter(({ groups }) => isRouting(groups?.number));
  return [...numbers, ...routes].map((match) => {
    const number = match.groups?.number ?? "";
    const end = match.index + match[0].length;
    const normalised = number.replace(/\D/g, "");
    return { kind: "bank-account", start: end - number.length, end, confidence: 0.85, normalised };
  });
}

/** Checks the digits of a routing number of the American Bankers Association. */
function isRouting(number = ""): boolean {
  const sum = [...number].reduce(
    (total, digit, at) => total + Number(digit) * ([3, 7, 1][at % 3] ?? 0),
    0,
  );
  return sum > 0 && sum % 10 === 0;
}
