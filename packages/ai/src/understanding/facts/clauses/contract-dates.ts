import type { Conventions } from "../../entities/conventions";
import { findDates } from "../../entities/dates";
import type { Found } from "../../entities/found";
import type { Candidate } from "../candidate";
import { readDate } from "../read-value";
import type { FlatText } from "./flat-text";

const PREAMBLE = 7_000;

const made =
  /\b(?:(?:is |was |hereby )?(?:made|entered|executed|signed|concluded|dated|granted|effective|agreed)(?: (?:and|&) (?:made|entered|executed|effective|delivered))?(?: into)?(?: and (?:is |made )?effective)?|as of|date[d]?|geschlossen|abgeschlossen|vom|fait|signé|conclu|celebrado|stipulato|firmado|gesloten|zawarta|tecknat|ingått|indgået)\b[^.;"]{0,60}$/iu;
const asOf =
  /\b(?:as of|effective|with effect from|commencing|beginning|starting)\b[^.;"]{0,40}$/iu;
const definition =
  /^[\s,]{0,3}(?:\([^()]{0,40}|,? ?(?:or |being |which is )?(?:the|herein(?:after)?|hereinafter referred to as)? ?)"(?:the )?(?<name>[^"]{2,40}?date|effective time|commencement|inception)[.,]?"/iu;
const means =
  /"?(?<name>(?:effective|commencement|start|agreement|execution)[ -]date)"? ?(?:means|shall mean|shall be|is|:|shall be deemed to be|=|-|–) ?(?:the |on |as of )*$/iu;
const begins =
  /\b(?:(?:commenc|begin|start)(?:e|es|s|ing|ed|ning)?|(?:becom(?:e|es) |is |be |(?:shall|will) be )?(?:effective|in effect|valid)|take effect|inception|ab dem|beginnt am|beginnt|ab|à compter du|prend effet le|a partir del?|a decorrere dal|decorre dal|vanaf|met ingang van|ingaande|com início em|a partir de|od dnia|från och med|från|fra den|fra og med|fra|löper från)\b(?: (?:on|as of|from|at|upon|with|the|date|of|am|dem|le|el|il|op|em|den|and including))*[\s:]*$/iu;
const periodBefore = /\b(?:from|vom|von|du|dal|del?|desde(?: el)?|van|de|od|från|fra)\s*$/iu;
const periodAfter =
  /^\s*(?:to|until|till|through|bis|au|jusqu|al?|hasta|fino|tot|t\/m|até|do|till|til|–|-)/iu;
const aboutAgreement =
  /\b(?:agreement|contract|lease|term|venture|license|amendment|services|vertrag|mietverhältnis|mietzeit|mietvertrag|arbeitsverhältnis|contrat|bail|contrato|contratto|overeenkomst|huur|umowa|avtal\p{L}*|aftale\p{L}*|lejemål\p{L}*|lejeaftale\p{L}*|duration|period|najem|najm\p{L}*)\b/iu;

/** The days of an agreement with their places, and whether the effective date was said or follows from the date of the agreement. */
export type AgreementDates = { agreement: Candidate | null; effective: Candidate | null };

/** Finds the day on which an agreement was made and the day from which it applies. */
export function agreementDates(flat: FlatText, conventions: Conventions): AgreementDates {
  const text = withoutDayOf(flat.text);
  const dates = findDates(text.slice(0, 60_000), conventions);
  const of = (name: string, date: Found, confidence: number): Candidate => {
    const { start, end, ...read } = readDate(flat.text, date);
    return {
      ...read,
      name,
      confidence: confidence * read.confidence,
      evidence: [flat.spanOf(start, end)],
      origin: "phrase",
    };
  };
  let agreement: Candidate | null = null;
  let effective: Candidate | null = null;
  let isFromStart = false;
  for (const date of dates) {
    const before = text.slice(Math.max(0, date.start - 90), date.start);
    const after = text.slice(date.end, date.end + 70);
    const named = definition.exec(after)?.groups?.name ?? means.exec(before)?.groups?.name ?? "";
    const isHead = date.start < PREAMBLE;
    if (/effective|commencement|start|inception/iu.test(named)) {
      if (!effective || isFromStart)
        [effective, isFromStart] = [of("effective date", date, 0.98), false];
      if (isHead && !agreement && made.test(before)) agreement = of("agreement date", date, 0.85);
      continue;
    }
    const isOther =
      /\b(?:amend|original|prior|previous|earlier|that certain|expir|terminat|until|through)\p{L}*\b[^.]{0,60}$/iu.test(
        before,
      );
    const isPeriod = periodBefore.test(before) && periodAfter.test(after);
    if (isHead && !agreement && !isOther && !isPeriod && made.test(before)) {
      agreement = of("agreement date", date, 0.9);
      if (!effective && asOf.test(before))
        [effective, isFromStart] = [of("effective date", date, 0.85), true];
      continue;
    }
    const context = text.slice(Math.max(0, date.start - 220), date.start);
    const isTerm = (begins.test(before) || isPeriod) && aboutAgreement.test(context) && !isOther;
    if (isTerm && (!effective || isFromStart))
      [effective, isFromStart] = [of("effective date", date, 0.9), false];
  }
  if (!effective && agreement && isEffectiveOnDate(flat.text)) {
    const { confidence } = agreement;
    effective = { ...agreement, name: "effective date", confidence: confidence * 0.95 };
  }
  return { agreement, effective };
}

const onDate =
  /\b(?:effective|commenc\p{L}+|begin\p{L}*|start\p{L}*|in force|in effect|tritt|in Kraft)\b[^.;]{0,80}?\b(?:date (?:first )?(?:above |set forth |stated |written |mentioned |indicated )+|date hereof|date of this agreement|first (?:above )?written|date of (?:its )?(?:execution|signature|signing)|upon (?:its )?(?:execution|signature|signing)|execution of this|date (?:of )?last (?:signed|written)|Unterzeichnung|mit Unterschrift)/iu;
const hereof =
  /\((?:the )?"effective date"\)[^.]{0,40}date hereof|date hereof \((?:the )?"effective date"/iu;

/** The agreement says that it applies from the day on which it was made. */
function isEffectiveOnDate(text: string): boolean {
  return onDate.test(text) || hereof.test(text);
}

/** "8th day of May" has its words blanked that no date has, so that offsets stay. */
export function withoutDayOf(text: string): string {
  return text.replace(/(?<=\d(?:st|nd|rd|th|s t|t h)?"? ?)\bday of\b/giu, (words) =>
    " ".repeat(words.length),
  );
}
