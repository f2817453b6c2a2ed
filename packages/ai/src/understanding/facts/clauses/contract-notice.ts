import type { Candidate } from "../candidate";
import { findDurations } from "../durations";
import type { FlatText } from "./flat-text";
import type { Sentence } from "./sentences";

const renews =
  /\b(?:renew\p{L}*|extend\p{L}*|extension|successive|verlänger\p{L}*|reconduit\p{L}*|reconduction|renouvel\p{L}*|prorrog\p{L}*|renov\p{L}*|rinnov\p{L}*|proroga|verleng\p{L}*|przedłuż\p{L}*|förläng\p{L}*|förny\p{L}*|forlæng\p{L}*|forny\p{L}*)\b/iu;
const automatic =
  /\b(?:automatic\p{L}*|tacit\p{L}*|successive|stillschweigend|jeweils|tacitement|automátic\p{L}*|tácit\p{L}*|automatic\p{L}*|stilzwijgend|automatisch|automatycznie|automatiskt?|renews|additional|another|renewed)\b/iu;
/** Words by which a party stops a renewal or ends the agreement. */
export const noRenewal =
  /\b(?:not (?:to )?(?:be )?renew\p{L}*|non-?renew\p{L}*|not (?:to )?extend|non-?extension|intent(?:ion)? (?:not )?to (?:renew|terminate|extend)|terminat\p{L}*|cancel\p{L}*|notice|notif\p{L}*|gekündigt|kündig\p{L}*|dénonc\p{L}*|préavis|denuncia\p{L}*|preaviso|disdetta|preavviso|opzeg\p{L}*|opgezegd|denúncia|aviso|wypowied\p{L}*|uppsäg\p{L}*|sägs upp|opsig\p{L}*|opsagt)\b/iu;
const beforeEnd =
  /^(?:'|’|s|\s|\)|of|the|his|her|their|its|in|an?|days?|calendar|business|giving)*(?:prior|before|advance|notice|in advance|written|vor (?:Ablauf|Ende)|zum|Frist|avant|antes|antelación|prima|anticipo|vóór|voor(?:af)?|przed|före|inden|før)\b/iu;

/** Finds by how much an agreement is renewed. */
export function renewal(flat: FlatText, sentences: readonly Sentence[]): Candidate[] {
  for (const { text, start } of sentences) {
    const match = renews.exec(text);
    if (
      !match ||
      !automatic.test(text) ||
      !/\b(?:agreement|contract|term|lease|period|vertrag|mietverhältnis|contrat|bail|contrato|contratto|overeenkomst|umowa|avtal|aftale|year|laufzeit)\p{L}*/iu.test(
        text,
      )
    )
      continue;
    if (/\b(?:patent|domain|registration|insurance|trademark|visa|permit)\b/iu.test(text)) continue;
    const near = findDurations(text).find(
      ({ start: from, end }) =>
        from > match.index - 90 &&
        from < match.index + 220 &&
        !/^(?:'|\s)?s?'? ?(?:prior|advance|written|notice|before)/iu.test(
          text.slice(end, end + 20),
        ),
    );
    if (!near) continue;
    return [
      {
        name: "renewal",
        value: near.words,
        normalised: near.iso,
        confidence: 0.85,
        evidence: [flat.spanOf(start + near.start, start + near.end)],
        origin: "phrase",
      },
    ];
  }
  return [];
}

/** The notice by which a renewal is stopped, and the notice by which the agreement may be ended at any time. */
export function notices(
  flat: FlatText,
  sentences: readonly Sentence[],
  hasRenewal: boolean,
): Candidate[] {
  let stop: Candidate | null = null;
  let ending: Candidate | null = null;
  for (const [index, { text, start }] of sentences.entries()) {
    if (!noRenewal.test(text)) continue;
    const before = sentences[index - 1]?.text ?? "";
    const isRenewal =
      renews.test(text) ||
      (renews.test(before) && automatic.test(before) && !atWill.test(text)) ||
      /expir(?:ation|y)(?: date)? of (?:its|the|this)[^.;]{0,30}term/iu.test(text);
    for (const duration of findDurations(text)) {
      const after = text.slice(duration.end, duration.end + 80);
      if (!beforeEnd.test(after) || duration.iso.endsWith("Y")) continue;
      const fact = {
        value: duration.words,
        normalised: duration.iso,
        evidence: [flat.spanOf(start + duration.start, start + duration.end)],
        origin: "phrase" as const,
      };
      const isBreach =
        /\b(?:(?<!other than )breach|default|cure|remed|material|insolven|bankrupt)\p{L}*/iu.test(
          text,
        );
      if (isRenewal && !stop && !isBreach)
        stop = { ...fact, name: "notice period", confidence: 0.88 };
      else if (
        !isRenewal &&
        !ending &&
        !isBreach &&
        /\b(?:terminat|cancel|kündig|résili|dénonc|rescind|resol|terminar|recess|recede|opzeg|denunci|wypowied|uppsäg|säga upp|sägas upp|opsig)\p{L}*/iu.test(
          text,
        ) &&
        aboutEnding.test(text)
      )
        ending = { ...fact, name: "termination notice", confidence: 0.82 };
    }
  }
  return [
    ...(stop && hasRenewal ? [stop] : stop ? [{ ...stop, confidence: 0.75 }] : []),
    ...(ending ? [ending] : []),
  ];
}

const atWill =
  /\b(?:without cause|for (?:its )?convenience|at any time|for any reason|jederzeit|à tout moment|en cualquier momento|in qualsiasi momento)\b/iu;
const aboutEnding =
  /\b(?:agreement|contract|lease|tenancy|employment|vertrag|mietverhältnis|arbeitsverhältnis|contrat|bail|contrato|contratto|overeenkomst|huur|umow[aęy]|avtal\p{L}*|aftale\p{L}*|lejemål\p{L}*|jederzeit|ordentlich\p{L}*|at any time|without cause|for convenience)\b/iu;
