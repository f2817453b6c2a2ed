import type { Conventions } from "../../entities/conventions";
import { findDates } from "../../entities/dates";
import type { Candidate } from "../candidate";
import { dayAfter, type FoundDuration, findAnniversaries, findDurations } from "../durations";
import { readDate } from "../read-value";
import { type AgreementDates, withoutDayOf } from "./contract-dates";
import { noRenewal, notices, renewal } from "./contract-notice";
import type { FlatText } from "./flat-text";
import { type Sentence, sentencesOf } from "./sentences";

const aboutTerm =
  /\b(?:term of (?:this|the)|initial term|(?:this|the|das|dieser?|le présent|el presente|il presente|deze|o presente|niniejsza|detta|denne) (?:letter )?(?:[\p{L}-]+ ){0,3}?(?:agreement|contract|lease|license|amendment|venture|joint venture|vertrag\p{L}*|mietverhältnis|mietvertrag|arbeitsverhältnis|contrat|bail|contrato|contratto|overeenkomst|umowa|avtal\p{L}*|aftale\p{L}*)|(?:^|[".] ?|\d )(?:the )?term\b|duration of|services term|contract period|lease term|mietzeit|laufzeit|vertragsdauer|mietdauer|durée|vigencia|duración|durata|looptijd|duur|vigência|duração|okres|löptid|avtalstid\p{L}*|løbetid\p{L}*|huurperiode|contract end|terms of the project|arbeitsverhältnis|mietverhältnis|lejemål\p{L}*|najem)/iu;
const lasts =
  /\b(?:continu\p{L}*|remain\p{L}*|in (?:full )?(?:force|effect)|valid|effective|expir\p{L}*|end(?:s|ing)?|terminat\p{L}*|for a (?:period|term)|term (?:of|is|shall be|will be)|period of|last\p{L}*|run\p{L}*|until|through|endet|läuft|gilt|befristet|Dauer|bis|expire|prend fin|jusqu|hasta|termina|fino|scad\p{L}*|tot|eindig\p{L}*|até|termo|do dnia|na czas|till|t\.o\.m|upphör|gäller|til|ophører|udløber|for (?=\p{L}+ ?\(|\d|one|two|three|four|five|ten)|commence|begin|from)/iu;
const untilDate =
  /\b(?:until|till|through|thru|to and including|ends?|ending|end(?:s|ed)? (?:on|as of)|expir(?:e|es|ing)|expiration date|terminat(?:e|es|ing)|conclud(?:e|es|ing)|(?:expiration|termination|end) date"? (?:is|means|shall be|:)|bis(?: zum| einschließlich)?|endet (?:am|mit Ablauf des)|jusqu'au|prend fin le|expire le|hasta(?: el)?|termina(?: el)?|vence(?: el)?|fino al|scade il|termina il|tot(?: en met)?|eindigt op|até(?: ao?)?|termina em|do(?: dnia)?|till(?: och med)?|t\.o\.m\.?|upphör|til(?: og med)?|ophører|udløber|and|to|a|al|au|–|-) ?(?:(?:on|as of|at|the earlier of:?|the later of:?|\(?(?:i|a|1)\)|midnight|close of business|including|and including|am|le|el|il|op|em|den|dem|on the last day of|11:59|p\.?m\.?|of|,|:) ?)*$/iu;
const noEnd =
  /\b(?:renew|extend(?! through)|thereafter|audit|deliver|pay|notice|invoice|warrant|within|prior to|files?|filed)\p{L}*\b[^.;]{0,18}$/iu;
const otherBase =
  /\b(?:from|after|following|of|upon|on|with)\b (?:the |its |such )?(?:(?:first|initial|commercial|actual|public) )*(?:launch|closing|delivery|acceptance|go-live|completion|first (?:sale|use|shipment)|payment|installation|approval|opening|commercial|date (?:the|that|on which|of (?:the )?(?:launch|first|delivery|closing|opening)))/iu;
const perpetual =
  /\b(?:perpetual(?:ly)?|in perpetuity|indefinite(?:ly)?(?: term)?|until (?:it is )?terminated|(?:will|shall) end when terminated|unbefristet|auf unbestimmte (?:Zeit|Dauer)|durée indéterminée|por tiempo indefinido|duración indefinida|a tempo indeterminato|tempo indeterminato|onbepaalde (?:tijd|duur)|por tempo indeterminado|sem termo|na czas nieokreślony|tills vidare|på ubestemt tid|tidsubegrænset)\b/iu;

/** Finds the end, the length, the renewal and the notice of an agreement. The end is computed if it is said as a length from a known day. */
export function contractTerm(
  flat: FlatText,
  { agreement, effective }: AgreementDates,
  conventions: Conventions,
): Candidate[] {
  const sentences = sentencesOf(flat.text);
  const about = sentences.filter(
    ({ text }) => aboutTerm.test(text) && lasts.test(text) && text.length < 2_000,
  );
  about.sort((a, b) => Number(ofAgreement.test(b.text)) - Number(ofAgreement.test(a.text)));
  const { end, term, open } = firstSaid(flat, about, conventions);
  const base = term && baseOf(term, { agreement, effective });
  const facts: Candidate[] = [];
  if (term) facts.push(term.fact);
  if (end) facts.push(end);
  else if (term && base?.normalised) {
    const last = dayAfter(base.normalised, term.duration.iso);
    if (last)
      facts.push({
        name: "end date",
        value: last,
        normalised: last,
        confidence: Math.min(term.fact.confidence, base.confidence) * 0.9,
        evidence: [...term.fact.evidence, ...base.evidence],
        isComputed: true,
        origin: "phrase",
      });
  } else if (open) facts.push(open);
  const ofRenewal = renewal(flat, sentences);
  return [...facts, ...ofRenewal, ...notices(flat, sentences, ofRenewal.length > 0)];
}

type Said = { end: Candidate | null; term: Term | null; open: Candidate | null };

/** Takes the first sentence about the term that says something; of one that does not speak of the whole agreement, only a date. */
function firstSaid(flat: FlatText, about: readonly Sentence[], conventions: Conventions): Said {
  const said: Said = { end: null, term: null, open: null };
  for (const sentence of about) {
    const isWhole = ofAgreement.test(sentence.text);
    said.end ??= statedEnd(flat, [sentence], conventions);
    if (isWhole) said.term ??= statedTerm(flat, [sentence]);
    if (isWhole && !said.term && !said.end) said.open ??= openEnd(flat, [sentence]);
    if (said.end || said.open) break;
  }
  return said;
}

function statedEnd(
  flat: FlatText,
  sentences: readonly Sentence[],
  conventions: Conventions,
): Candidate | null {
  for (const { text, start } of sentences)
    for (const date of findDates(withoutDayOf(text), conventions)) {
      const before = text.slice(Math.max(0, date.start - 70), date.start);
      const words = untilDate.exec(before);
      if (!words || noEnd.test(before.slice(0, words.index))) continue;
      // "on A and B" are two days; a period has a word for its start.
      if (
        /\b(?:and|to|a|al|au|–|-) ?$/iu.test(before) &&
        !/\b(?:from|between|vom|von|ab|du|del?|dal|van|de|od|från|fra|zwischen)\b[^.;]{0,45}$/iu.test(
          before,
        )
      )
        continue;
      const { start: from, end, ...read } = readDate(text, date);
      return {
        ...read,
        name: "end date",
        confidence: read.confidence * 0.95,
        evidence: [flat.spanOf(start + from, start + end)],
        origin: "phrase",
      };
    }
  return null;
}

type Term = { fact: Candidate; duration: FoundDuration; sentence: string; hasOtherBase: boolean };

const ofAgreement =
  /\b(?:term of (?:this|the) (?:letter )?(?:[\p{L}-]+ ){0,2}(?:agreement|contract|lease)|(?:the )?(?:initial )?term\b[^.]{0,60}?\b(?:shall|will|is|of|begins|commences)|this (?:letter )?(?:[\p{L}-]+ ){0,3}?(?:agreement|contract|lease|amendment)\b[^.]{0,80}?\b(?:shall|will|is|commences|begins|becomes|continues|remains)\b|contract period|initial term|mietzeit|laufzeit|vertragsdauer|das mietverhältnis|dieser vertrag|durée|duración|vigencia|durata|looptijd|duração|okres)/iu;
const fromSigning =
  /\b(?:execution|signing|signature|date (?:hereof|of (?:this|the) (?:agreement|contract))|date first|first (?:above )?written|unterzeichnung|signature des|firma|ondertekening|podpisania|undertecknand|underskr)/iu;
const fromEffective =
  /\b(?:effective date|commencement date|start date|vertragsbeginn|date d'effet|fecha de inicio|ingangsdatum)\b/iu;

/** The day from which a term counts: the one that its sentence names, else the effective date. */
function baseOf(
  { sentence, hasOtherBase, fact }: Term,
  { agreement, effective }: AgreementDates,
): Candidate | null {
  if (hasOtherBase || !ofAgreement.test(sentence) || fact.confidence < 0.85) return null;
  if (fromEffective.test(sentence)) return effective ?? null;
  if (fromSigning.test(sentence)) return agreement ?? effective;
  return effective ?? agreement;
}

const survives = /\b(?:during the|surviv|confiden|upon (?:the )?(?:expir|terminat)|post-)/iu;
const beforeTerm =
  /\b(?:for|of|is|be|are|until|up to|at least|(?:shall )?(?:expires?|terminates?|ends?|ending|ended)|last(?:s|ing)?|extend(?:s)?|remain(?:s)?|valid|auf|für|von|beträgt|durée de|durée|de|por|di|voor|van|na okres|okres|på|i|duration|laufzeit|dauer|term)(?: (?:for|of|is|on|the|an?|a|date|approximately|entire|initial|fixed|total|minimum|full|continuous|additional|first|term|period|duration|die|eine|einen|un|una|une|that|which|end|in|effect|force))*[\s,:(]*(?:(?:the |a )?(?:earlier|later|longer) of:? )?(?:\(?(?:i|a|1)\) ?)?$/iu;

/** The first length of time in a sentence about the term that is not one of a notice or a renewal. */
function statedTerm(flat: FlatText, sentences: readonly Sentence[]): Term | null {
  for (const { text, start } of sentences)
    for (const duration of [...findDurations(text), ...findAnniversaries(text)]) {
      const isAnniversary = ({ end }: FoundDuration) => /anniversary$/iu.test(text.slice(0, end));
      const before = text.slice(Math.max(0, duration.start - 110), duration.start);
      const after = text.slice(duration.end, duration.end + 110);
      const isTerm = isAnniversary(duration) || beforeTerm.test(before);
      if (!isTerm) continue;
      if (
        noRenewal.test(before.slice(-25)) ||
        /\b(?:renew|extended|extension|additional|successive|further|verlänger|renouvel|prorrog|rinnov|each)\p{L}*[^.;]{0,40}$/iu.test(
          before.slice(-70),
        )
      )
        continue;
      if (
        /^(?:'|\s)?s?'? ?(?:prior|advance|written|notice|before|previous|of receipt|following (?:the |its |such |any )?(?:expir|terminat|end\b|receipt|date of (?:expir|terminat)))/iu.test(
          after,
        )
      )
        continue;
      if (
        /^(?:\s*[,)]?\s*(?:there)?after)/iu.test(after) &&
        survives.test(text.slice(0, duration.start))
      )
        continue;
      if (duration.iso.endsWith("D") && Number(duration.iso.slice(1, -1)) < 45) continue;
      const isInitial =
        /initial|term of this|shall (?:commence|continue|remain)|in (?:full )?(?:force|effect)/iu.test(
          text,
        );
      return {
        duration,
        sentence: text,
        hasOtherBase:
          otherBase.test(after.slice(0, 80)) || otherBase.test(text.slice(0, duration.start)),
        fact: {
          name: "term",
          value: duration.words,
          normalised: duration.iso,
          confidence: isInitial ? 0.9 : 0.8,
          evidence: [flat.spanOf(start + duration.start, start + duration.end)],
          origin: "phrase",
        },
      };
    }
  return null;
}

function openEnd(flat: FlatText, sentences: readonly Sentence[]): Candidate | null {
  for (const { text, start } of sentences) {
    const match = perpetual.exec(text);
    if (
      !match ||
      /licen[cs]e|confiden|surviv|right/iu.test(
        text.slice(Math.max(0, match.index - 80), match.index + 60),
      )
    )
      continue;
    if (
      !/\b(?:continu|remain|valid|in (?:full )?(?:force|effect)|term|will end|shall end|auf|geschlossen|gilt|durée|conclu|durata|duración|tijd|tempo|czas|tills|tid)\p{L}*/iu.test(
        text,
      )
    )
      continue;
    return {
      name: "end date",
      value: "no end stated",
      normalised: "open",
      confidence: 0.75,
      evidence: [flat.spanOf(start + match.index, start + match.index + match[0].length)],
      origin: "phrase",
    };
  }
  return null;
}
