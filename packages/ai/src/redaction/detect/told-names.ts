import type { Span } from "../../ai";
import { firms } from "../../understanding/names/firms";
import { isTitle } from "../../understanding/names/lists";

/** Says whether people have a word as a first or as a last name. */
export type NameLists = (word: string) => { isGiven: boolean; isSurname: boolean };

const title =
  "[Ss]eñora?|don|doña|monsieur|madame|signora?|mijnheer|mevrouw|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Herrn?|Frau|Hr|Fr|Mme|Mlle|Madame|Monsieur|Maître|Sr|Sra|Srta|Don|Doña|Signora?|Sig|Dott|Mevrouw|Dhr|Pan|Pani|Dipl\\.-Ing|Mag";
const greeting =
  "Dear|Hi|Hello|Hey|Liebe[rs]?|Hallo|Guten Tag|Cher|Chère|Bonjour|Salut|Estimad[oa]|Querid[oa]|Hola|Buenos días,?|Caro|Cara|Gentile|Beste|Kedves|Tisztelt|Drogi|Droga";
const label =
  "(?:full |first |last |family |customer |employee |contact )?name|contact(?: person)?|attn|attention|attendees|participants|present|apologies|absent|chair|minutes|secretary|signed(?: by)?|prepared by|author|from|to|cc|bcc|by|tenant|landlord|employee|patient|insured|beneficiary|account holder|z\\. ?hd\\.?|ansprechpartner(?:in)?|teilnehmer(?:innen)?|anwesend|abwesend|entschuldigt|protokoll(?:führer(?:in)?)?|von|an|gez\\.?|unterzeichnet(?: von)?|vorname|nachname|kontoinhaber(?:in)?|mieter(?:in)?|vermieter(?:in)?|bearbeiter(?:in)?|de|à|nom|prénom|interlocuteur|participants?|présents?|excusés?|secrétaire|signé(?: par)?|locataire|bailleur|para|nombre|apellidos?|contacto|asistentes|firmado(?: por)?|arrendatari[oa]|arrendador(?:a)?|secretari[oa]";
const closing =
  "(?:best|kind|warm)? ?regards|(?:yours )?(?:sincerely|faithfully)|yours|cheers|thanks|thank you|best|mit freundlichen grü(?:ß|ss)en|(?:viele|beste|liebe|freundliche) grü(?:ß|ss)e|mfg|lg|hochachtungsvoll|cordialement|bien à vous|(?:sincères |meilleures )?salutations|(?:un )?(?:cordial )?saludos?|atentamente|un abrazo|üdvözlettel|pozdrawiam|cordiali saluti|met vriendelijke groet";

const capital = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const initial = "\\p{Lu}\\.";
const particle = "(?:v[oa]n|de[rnl]?|di|da|du|la|le|ten|ter|zu|zum|zur|al|el|bin|y)";
const name = `(?:${capital}|${initial})(?:[ \\u00a0](?:${particle}[ \\u00a0]){0,2}(?:${capital}|${initial})){0,3}`;

const byTitle = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${title})\\.?[ \\u00a0](?:(?:${title})\\.?[ \\u00a0])*(${name})`,
  "gu",
);
const byGreeting = new RegExp(
  `(?:^|\\n)[ \\t]*(?:${greeting}) (${name})(?=[ \\t]*[,!\\n:–-]|$)`,
  "gu",
);
const byLabel = new RegExp(
  `(?:^|[\\n|;])[ \\t]*(?:${label})[ \\t]*:[ \\t]*([^\\n|]{2,300})`,
  "giu",
);
const byClosing = new RegExp(
  `(?:^|\\n)[ \\t]*(?:${closing})[,.!]?[ \\t]*\\n\\s*(${name})[ \\t]*(?=\\n|$)`,
  "giu",
);
const inLabel = new RegExp(
  `(?:^|[,;/(]|\\b(?:and|und|et|y|e)\\b|<)\\s*(?:(?:${title})\\.?\\s)*(${capital}(?:[ \\u00a0](?:${particle}[ \\u00a0]){0,2}(?:${capital}|${initial})){1,3}|\\p{Lu}\\. ?${capital})(?=\\s*(?:[,;/()<>.]|$|\\b(?:and|und|et|y|e)\\b))`,
  "gu",
);
const inSmall = /(?<!\p{L})(\p{Ll}{3,}) (?=(\p{Ll}{3,})(?!\p{L}))/gu;
/** The share of capitals below which a text is written in small letters only. */
const SMALL = 0.01;
const inRow = new RegExp(name, "gu");

/** Finds people by the words around their names in any language: titles, greetings, labels, closings. Finds more by lists of names. */
export function toldNames(
  text: string,
  lists: NameLists,
  isOrdinary: (word: string) => boolean,
): Span[] {
  const found: Span[] = [];
  const add = (start: number, written: string) => {
    const own = written.replace(/['’]s$/u, "");
    if (own.trim() !== "" && firms(own).length === 0) found.push([start, start + own.length]);
  };
  for (const pattern of [byTitle, byGreeting, byClosing])
    for (const match of text.matchAll(pattern)) {
      const written = match[1] ?? "";
      const isLikely = pattern === byTitle || isPerson(written, lists, 1);
      if (isLikely) add(match.index + match[0].lastIndexOf(written), written);
    }
  for (const match of text.matchAll(byLabel)) {
    const value = match[1] ?? "";
    const start = match.index + match[0].length - value.length;
    for (const each of value.matchAll(inLabel)) {
      const written = each[1] ?? "";
      if (isPerson(written, lists, 1))
        add(start + each.index + each[0].lastIndexOf(written), written);
    }
  }
  for (const match of isSmall(text) ? text.matchAll(inSmall) : []) {
    const [first = "", second = ""] = [match[1], match[2]];
    if (lists(first).isGiven && lists(second).isSurname) add(match.index, `${first} ${second}`);
  }
  for (const match of text.matchAll(inRow)) {
    const words = match[0].split(/[ \u00a0]/);
    const from = words.findIndex(
      (word, at) => !isTitle(word) && isPerson(words.slice(at).join(" "), lists, 2, isOrdinary),
    );
    if (from < 0) continue;
    const written = words.slice(from).join(" ");
    add(match.index + match[0].length - written.length, written);
  }
  return found;
}

/** True for a text that is written in small letters only, as in a chat. */
export function isSmall(text: string): boolean {
  return (text.match(/\p{Lu}/gu)?.length ?? 0) < SMALL * text.length;
}

/** True for a first name with another name behind it or before it; behind a label, one of them is enough. */
function isPerson(
  written: string,
  lists: NameLists,
  least: 1 | 2,
  isOrdinary: (word: string) => boolean = () => true,
): boolean {
  const words = written.split(/[ \u00a0-]/).filter((word) => /^\p{Lu}\p{L}/u.test(word));
  if (words.length < least || words.length > 5) return false;
  const known = words.map((word) => ({ word, ...lists(word.toLowerCase()) }));
  if (least === 1) return known.some(({ isGiven, isSurname }) => isGiven || isSurname);
  const [first, ...others] = known;
  // Some languages put the last name first.
  if (!first?.isGiven) return first?.isSurname === true && others.at(-1)?.isGiven === true;
  return others.some(
    ({ word, isGiven, isSurname }) =>
      isGiven || isSurname || !(isOrdinary(word) || first.isSurname),
  );
}
