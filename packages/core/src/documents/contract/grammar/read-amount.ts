/** A range of numbers; null is no limit. A sum without a currency is of any. */
export type AmountRange = {
  least: number | null;
  most: number | null;
  /** True: the limits themselves do not belong to the range. */
  isOpen: boolean;
  currency: string | null;
};

const form = /^(?:([A-Za-z]{3}|[€$£]) ?)?(-?\d[\d.,' ]*?) ?(k|m)? ?([A-Za-z]{3}|[€$£])?$/;
const symbols = new Map([
  ["€", "EUR"],
  ["$", "USD"],
  ["£", "GBP"],
]);

/** Reads "5000", "5,000.50", "5k", "EUR 5000" or "5000€"; null for anything else. */
export function readAmount(written: string): { number: number; currency: string | null } | null {
  const match = form.exec(written.trim());
  const number = numberOf(match?.[2] ?? "");
  if (!match || number === null) return null;
  const scale = match[3] === "k" ? 1000 : match[3] === "m" ? 1_000_000 : 1;
  const currency = match[1] ?? match[4] ?? null;
  return {
    number: number * scale,
    currency: currency && (symbols.get(currency) ?? currency.toUpperCase()),
  };
}

/** The last mark before one or two digits is the decimal mark; all others group thousands. */
function numberOf(written: string): number | null {
  const decimals = /[.,](\d{1,2})$/.exec(written);
  const whole = decimals ? written.slice(0, decimals.index) : written;
  const digits = whole.replaceAll(/[.,' ]/g, "");
  if (!/^-?\d{1,15}$/.test(digits)) return null;
  return Number(`${digits}${decimals ? `.${decimals[1]}` : ""}`);
}

/** Reads a comparison with a number or a range `100..200`; null if it is none. */
export function readAmounts(is: string, written: string): AmountRange | null {
  const [first, second] = written.split("..");
  if (second !== undefined && is === ":") {
    const [from, to] = [readAmount(first ?? ""), readAmount(second)];
    if ((!from && first) || (!to && second) || (!from && !to)) return null;
    return {
      least: from?.number ?? null,
      most: to?.number ?? null,
      isOpen: false,
      currency: from?.currency ?? to?.currency ?? null,
    };
  }
  const amount = readAmount(written);
  if (!amount) return null;
  const { number, currency } = amount;
  return {
    least: is.startsWith("<") ? null : number,
    most: is.startsWith(">") ? null : number,
    isOpen: is === "<" || is === ">",
    currency,
  };
}
