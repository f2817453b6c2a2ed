import { stdnum } from "stdnum";

type Validator = { validate(value: string): { isValid: boolean } };

/** The check of VAT numbers in each country whose numbers have check digits or a fixed form that is known. */
const validators: Record<string, Validator | undefined> = {
  AT: stdnum.AT?.uid,
  BE: stdnum.BE?.vat,
  BG: stdnum.BG?.vat,
  CH: stdnum.CH?.vat,
  CY: stdnum.CY?.vat,
  DE: stdnum.DE?.vat,
  DK: stdnum.DK?.cvr,
  EL: stdnum.GR?.vat,
  FR: stdnum.FR?.tva,
  GB: stdnum.GB?.vat,
  IE: stdnum.IE?.vat,
  IT: stdnum.IT?.iva,
  LU: stdnum.LU?.tva,
  MT: stdnum.MT?.vat,
  NL: stdnum.NL?.btw,
  PL: stdnum.PL?.nip,
  PT: stdnum.PT?.nipc,
  SE: stdnum.SE?.vat,
};

/** Returns whether a VAT number is right; null if it names no country whose numbers can be checked. */
export function isVatNumber(written: string): boolean | null {
  const compact = written.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const country = compact.startsWith("CHE") ? "CH" : compact.slice(0, 2);
  const validator = validators[country];
  if (!validator) return null;
  return validator.validate(country === "CH" ? compact : compact.slice(2)).isValid;
}
