import * as at from "stdnum/lib/cjs/at/index.js";
import * as au from "stdnum/lib/cjs/au/index.js";
import * as br from "stdnum/lib/cjs/br/index.js";
import * as de from "stdnum/lib/cjs/de/index.js";
import * as fr from "stdnum/lib/cjs/fr/index.js";
import * as gb from "stdnum/lib/cjs/gb/index.js";
import * as india from "stdnum/lib/cjs/in/index.js";
import * as it from "stdnum/lib/cjs/it/index.js";
import * as pl from "stdnum/lib/cjs/pl/index.js";
import * as pt from "stdnum/lib/cjs/pt/index.js";
import * as us from "stdnum/lib/cjs/us/index.js";

import { type NationalNumber, validBy } from "./national-number";

const itin = /^9\d\d[ -]?(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[ -]?\d{4}$/;

/** Tax numbers. Firms have them too; those of people who trade alone are personal. */
export const taxNumbers: readonly NationalNumber[] = [
  {
    kind: "tax-number",
    country: "US",
    form: `9\\d\\d[ -]?\\d{2}[ -]?\\d{4}`,
    words: "itin|taxpayer|individual taxpayer",
    isValid: (written) => itin.test(written),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "US",
    form: `\\d{2}-?\\d{7}`,
    words: "ein|fein|employer id(?:entification)?|federal (?:tax )?id(?:entification)?|tax id|tin",
    isValid: validBy(us.ein),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "GB",
    form: `\\d{5} ?\\d{5}K?`,
    words: "utr|unique tax(?:payer)?|tax reference|taxpayer reference",
    isValid: validBy(gb.utr),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "DE",
    form: `\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}`,
    words:
      "steuer-?id|idnr|steuer-?identifikationsnummer|steuerliche identifikationsnummer|identifikationsnummer|steuernummer|tin|tax id|tax number",
    isValid: validBy(de.idnr),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "FR",
    form: `\\d{3} ?\\d{3} ?\\d{3} ?\\d{5}`,
    words: "siret",
    isValid: validBy(fr.siret),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "FR",
    form: `[0-3]\\d(?: ?\\d{2})(?: ?\\d{3}){3}`,
    words: "num[ée]ro fiscal|spi|identifiant fiscal|nif",
    isValid: validBy(fr.nif),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "IT",
    form: `[A-Z]{6}\\d[\\dLMNP-V][A-EHLMPRST][\\dLMNP-V]{2}[A-Z][\\dLMNP-V]{3}[A-Z]`,
    words: "codice fiscale|c\\.f\\.|cf",
    isValid: validBy(it.codicefiscale),
    enough: "form",
  },
  {
    kind: "tax-number",
    country: "PL",
    form: `\\d{3}-?\\d{3}-?\\d{2}-?\\d{2}|\\d{3}-\\d{2}-\\d{2}-\\d{3}`,
    words: "nip",
    isValid: validBy(pl.nip),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "PT",
    form: `\\d{9}|\\d{3} \\d{3} \\d{3}`,
    words: "nif|contribuinte|n\\.º contribuinte|nipc",
    isValid: validBy(pt.nif),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "AT",
    form: `\\d{2}-?\\d{3}/?\\d{4}`,
    words: "steuernummer|abgabenkontonummer|st\\.?-?nr",
    isValid: validBy(at.tin),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "IN",
    form: `[A-Z]{3}[ABCFGHJLPT][A-Z]\\d{4}[A-Z]`,
    words: "pan|permanent account|income tax",
    isValid: validBy(india.pan),
    enough: "country",
  },
  {
    kind: "tax-number",
    country: "BR",
    form: `\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}`,
    words: "cpf",
    isValid: validBy(br.cpf),
    enough: "form",
  },
  {
    kind: "tax-number",
    country: "BR",
    form: `\\d{11}`,
    words: "cpf",
    isValid: validBy(br.cpf),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "BR",
    form: `\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}`,
    words: "cnpj",
    isValid: validBy(br.cnpj),
    enough: "form",
  },
  {
    kind: "tax-number",
    country: "AU",
    form: `\\d{3} ?\\d{3} ?\\d{3}`,
    words: "tfn|tax file",
    isValid: validBy(au.tfn),
    enough: "words",
  },
  {
    kind: "tax-number",
    country: "AU",
    form: `\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}`,
    words: "abn|australian business",
    isValid: validBy(au.abn),
    enough: "words",
  },
];
