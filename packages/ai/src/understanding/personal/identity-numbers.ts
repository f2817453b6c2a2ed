import * as at from "stdnum/lib/cjs/at/index.js";
import * as be from "stdnum/lib/cjs/be/index.js";
import * as ca from "stdnum/lib/cjs/ca/index.js";
import * as ch from "stdnum/lib/cjs/ch/index.js";
import * as de from "stdnum/lib/cjs/de/index.js";
import * as dk from "stdnum/lib/cjs/dk/index.js";
import * as es from "stdnum/lib/cjs/es/index.js";
import * as fi from "stdnum/lib/cjs/fi/index.js";
import * as fr from "stdnum/lib/cjs/fr/index.js";
import * as gb from "stdnum/lib/cjs/gb/index.js";
import * as ie from "stdnum/lib/cjs/ie/index.js";
import * as india from "stdnum/lib/cjs/in/index.js";
import * as nl from "stdnum/lib/cjs/nl/index.js";
import * as no from "stdnum/lib/cjs/no/index.js";
import * as pl from "stdnum/lib/cjs/pl/index.js";
import * as ro from "stdnum/lib/cjs/ro/index.js";
import * as se from "stdnum/lib/cjs/se/index.js";
import * as us from "stdnum/lib/cjs/us/index.js";
import * as za from "stdnum/lib/cjs/za/index.js";

import { type NationalNumber, validBy } from "./national-number";

const gap = "[ .-]?";

/** Numbers of social security and of identity that countries give to people. */
export const identityNumbers: readonly NationalNumber[] = [
  {
    kind: "social-security",
    country: "US",
    form: `\\d{3}[ -]\\d{2}[ -]\\d{4}`,
    words: "ssn|ss#|social|social security(?: (?:number|no|#))?|soc\\. sec|taxpayer",
    isValid: validBy(us.ssn),
    enough: "country",
  },
  {
    kind: "social-security",
    country: "US",
    form: `\\d{9}`,
    words: "ssn|ss#|social security(?: (?:number|no|#))?",
    isValid: validBy(us.ssn),
    enough: "words",
  },
  {
    kind: "social-security",
    country: "GB",
    form: `[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]`,
    words: "ni|nino|n\\.i\\.|national insurance|insurance",
    isValid: validBy(gb.nino),
    enough: "country",
  },
  {
    kind: "social-security",
    country: "DE",
    form: `\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}`,
    words:
      "sozialversicherung(?:snummer|s-nr)?|sv-?nummer|sv-?nr|svnr|rentenversicherung(?:snummer)?|versicherungsnummer|rvnr|vsnr",
    isValid: validBy(de.svnr),
    enough: "country",
  },
  {
    kind: "social-security",
    country: "FR",
    form: `[1-478]${gap}\\d{2}${gap}[0-9]{2}${gap}(?:\\d{2}|2[AB])${gap}\\d{3}${gap}\\d{3}${gap}\\d{2}`,
    words: "nir|s[ée]curit[ée] sociale|num[ée]ro de s[ée]curit[ée]|n° ?ss|insee|assur[ée]",
    isValid: validBy(fr.nir),
    enough: "country",
  },
  {
    kind: "national-id",
    country: "ES",
    form: `\\d{8}[ -]?[A-Z]|\\d{2}\\.\\d{3}\\.\\d{3}[ -]?[A-Z]`,
    words: "dni|nif|d\\.n\\.i\\.|n\\.i\\.f\\.|documento nacional|identidad",
    isValid: (written) => es.dni.validate(written.replaceAll(".", "")).isValid,
    enough: "country",
  },
  {
    kind: "national-id",
    country: "ES",
    form: `[XYZ][ -]?\\d{7}[ -]?[A-Z]`,
    words: "nie|extranjero|n\\.i\\.e\\.|nif",
    isValid: validBy(es.nie),
    enough: "country",
  },
  {
    kind: "social-security",
    country: "ES",
    form: `\\d{2}[ /-]?\\d{7,8}[ /-]?\\d{2}`,
    words: "seguridad social|nss|naf|afiliaci[óo]n",
    isValid: (written) => es.nss.validate(written.replaceAll("/", "")).isValid,
    enough: "words",
  },
  {
    kind: "national-id",
    country: "NL",
    form: `\\d{9}|\\d{4}[. ]\\d{2}[. ]\\d{3}|\\d{3}[. ]\\d{3}[. ]\\d{3}`,
    words: "bsn|burgerservicenummer|burgerservicenr|sofi-?nummer|sofi",
    isValid: validBy(nl.bsn),
    enough: "words",
  },
  {
    kind: "national-id",
    country: "PL",
    form: `\\d{11}`,
    words: "pesel(?:u|em)?|nr pesel",
    isValid: validBy(pl.pesel),
    enough: "words",
  },
  {
    kind: "national-id",
    country: "SE",
    form: `(?:\\d{2})?\\d{6}[-+]\\d{4}`,
    words: "personnummer|pers\\.? ?nr|personnr|samordningsnummer|personal identity",
    isValid: validBy(se.personnummer),
    enough: "country",
  },
  {
    kind: "national-id",
    country: "SE",
    form: `(?:\\d{2})?\\d{10}`,
    words: "personnummer|pers\\.? ?nr|personnr|samordningsnummer",
    isValid: validBy(se.personnummer),
    enough: "words",
  },
  {
    kind: "national-id",
    country: "DK",
    form: `\\d{6}-?\\d{4}`,
    words: "cpr|cpr-?nr|cpr-?nummer|personnummer",
    isValid: validBy(dk.cpr),
    enough: "words",
  },
  {
    kind: "national-id",
    country: "NO",
    form: `\\d{6} ?\\d{5}`,
    words: "f[øo]dselsnummer|personnummer|f[øo]dselsnr|fnr|d-nummer",
    isValid: validBy(no.fodselsnummer),
    enough: "words",
  },
  {
    kind: "national-id",
    country: "FI",
    form: `\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]`,
    words: "henkil[öo]tunnus|hetu|personbeteckning|sosiaaliturvatunnus",
    isValid: validBy(fi.hetu),
    enough: "form",
  },
  {
    kind: "national-id",
    country: "BE",
    form: `\\d{2}[. ]\\d{2}[. ]\\d{2}[- ]\\d{3}[. ]\\d{2}`,
    words: "rijksregisternummer|rijksregister|registre national|num[ée]ro national|insz|niss|nrn",
    isValid: validBy(be.nn, be.insz),
    enough: "form",
  },
  {
    kind: "national-id",
    country: "BE",
    form: `\\d{11}`,
    words: "rijksregisternummer|rijksregister|registre national|num[ée]ro national|insz|niss|nrn",
    isValid: validBy(be.nn, be.insz),
    enough: "words",
  },
  {
    kind: "social-security",
    country: "AT",
    form: `\\d{4}[ -]?\\d{6}`,
    words: "sozialversicherung(?:snummer)?|sv-?nummer|sv-?nr|svnr|versicherungsnummer|vsnr|vnr",
    isValid: validBy(at.vnr),
    enough: "words",
  },
  {
    kind: "social-security",
    country: "CH",
    form: `756${gap}\\d{4}${gap}\\d{4}${gap}\\d{2}`,
    words: "ahv|avs|ahv-?(?:nr|nummer)|num[ée]ro avs|sozialversicherungsnummer",
    isValid: validBy(ch.ssn),
    enough: "form",
  },
  {
    kind: "national-id",
    country: "IN",
    form: `[2-9]\\d{3}[ -]?\\d{4}[ -]?\\d{4}`,
    words: "aadh?aar|uid(?:ai)?|uidai",
    isValid: validBy(india.aadhaar),
    enough: "words",
  },
  {
    kind: "social-security",
    country: "CA",
    form: `\\d{3}[ -]?\\d{3}[ -]?\\d{3}`,
    words: "sin|social insurance|s\\.i\\.n\\.|num[ée]ro d['’]assurance sociale|nas",
    isValid: validBy(ca.sin),
    enough: "words",
  },
  {
    kind: "national-id",
    country: "IE",
    form: `\\d{7}[A-W][A-IW]?`,
    words: "pps|ppsn|pps no|personal public service|rsi",
    isValid: validBy(ie.pps),
    enough: "words",
  },
  {
    kind: "national-id",
    country: "RO",
    form: `[1-9]\\d{12}`,
    words: "cnp|cod numeric personal",
    isValid: validBy(ro.cnp),
    enough: "words",
  },
  {
    kind: "national-id",
    country: "ZA",
    form: `\\d{6} ?\\d{4} ?\\d{2} ?\\d|\\d{13}`,
    words: "id number|identity number|south african id|rsa id|id no",
    isValid: validBy(za.idnr),
    enough: "words",
  },
];
