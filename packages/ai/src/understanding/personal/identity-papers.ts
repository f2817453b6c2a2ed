import type { PersonalDataKind } from "@besunny/document-model/statements/personal-data-kinds";
import { parse } from "mrz";

import type { FoundDetail, Line } from "./found-detail";

const labelEnd =
  "[\\s.:#-]{0,3}(?:(?:number|num|no|nr|nummer|numéro|número|numero|n°|nº|#|id)[\\s.:#-]{0,3}){0,2}(?:(?:is|ist|est|es|è)\\s+)?";
const value =
  "(?<number>(?=[A-Z0-9-]*\\d{3})[A-Z0-9](?:[A-Z0-9-]{4,16})[A-Z0-9])(?![\\p{L}\\p{N}]|[./]\\d)";
const papers: readonly [PersonalDataKind, RegExp][] = [
  [
    "passport",
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:passport|reisepass|passnummer|passeport|pasaporte|passaporto|paspoort|passaporte|paszport(?:u)?|passnummer|pas)${labelEnd}${value}`,
      "giu",
    ),
  ],
  [
    "driving-licence",
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:driv(?:er|ing|er['’]?s|ers)['’]?[\\s-]licen[cs]e|führerschein|permis de conduire|permiso de conduci[rón]+|carnet de conducir|patente di guida|rijbewijs|prawo jazdy|carta de condução|körkort|kørekort)${labelEnd}${value}`,
      "giu",
    ),
  ],
  [
    "national-id",
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:identity card|id card|national id|personalausweis|ausweisnummer|ausweis|carte d['’]identité|carta d['’]identità|documento de identidad|identiteitskaart|dow[oó]d osobisty|bilhete de identidade|cartão de cidadão|legitimation)${labelEnd}${value}`,
      "giu",
    ),
  ],
];
const names =
  /pass|pas[ao]port|paszport|(?<!\p{L})pas(?!\p{L})|licen[cs]e|führerschein|permis|carnet|patente|rijbewijs|prawo|condu|k[öø]rekort|körkort|identi|national id|id card|ausweis|dowód|dowod|bilhete|cartão|legitimation/iu;
const zone =
  /(?:^|\n)[ \t]*((?:[A-Z0-9<]{44}\s*\n\s*[A-Z0-9<]{44})|(?:[A-Z0-9<]{36}\s*\n\s*[A-Z0-9<]{36})|(?:[A-Z0-9<]{30}\s*\n\s*[A-Z0-9<]{30}\s*\n\s*[A-Z0-9<]{30}))(?=\s|$)/g;

/** Finds numbers of passports, driving licences and identity cards behind a label that names them. */
export function findIdentityPapers(line: Line): FoundDetail[] {
  if (!names.test(line.before) && !names.test(line.text)) return [];
  const lead = line.before.slice(-40).replace(/\s+$/, "");
  return papers.flatMap(([kind, pattern]) =>
    [...`${lead} ${line.text}`.matchAll(pattern)].flatMap((match): FoundDetail[] => {
      const number = match.groups?.number ?? "";
      const end = match.index + match[0].length - lead.length - 1;
      const start = end - number.length;
      if (start < 0) return [];
      return [
        { kind, start, end, confidence: 0.9, normalised: number.replaceAll("-", "").toUpperCase() },
      ];
    }),
  );
}

/** Finds the machine-readable lines of passports and identity cards (ICAO 9303) by their check digits. Takes a whole text. */
export function findMachineReadable(text: string): FoundDetail[] {
  if (!text.includes("<<")) return [];
  return [...text.matchAll(zone)].flatMap((match): FoundDetail[] => {
    const lines = match[1] ?? "";
    const start = match.index + match[0].length - lines.length;
    const end = start + lines.length;
    const read = machineRead(lines.split(/\s*\n\s*/));
    if (!read) return [];
    return [
      {
        kind: read.isPassport ? "passport" : "national-id",
        start,
        end,
        confidence: 0.99,
        ...(read.number && { normalised: read.number }),
      },
    ];
  });
}

function machineRead(lines: string[]): { isPassport: boolean; number: string | null } | null {
  try {
    const { details, fields, format } = parse(lines);
    // The states of specimens and of new countries are in no list, so only check digits count.
    const checks = details.filter(({ field }) => field?.endsWith("CheckDigit"));
    return checks.length > 2 && checks.every(({ valid }) => valid)
      ? { isPassport: format === "TD3", number: fields.documentNumber ?? null }
      : null;
  } catch {
    // Not a zone of this form.
    return null;
  }
}
