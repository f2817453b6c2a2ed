import { firms } from "../../entities/firms";
import type { Candidate } from "../candidate";
import type { FlatText } from "./flat-text";

const HEAD = 9_000;
const LONGEST_PREAMBLE = 3_000;
const MOST_PARTIES = 8;

const opening =
  /\b(?:by and (?:between|among(?:st)?)|made (?:and entered into )?(?:by and )?(?:between|among)|entered into (?:by and )?(?:between|among)|(?:is|are) (?:between|among)|between|among|by:|zwischen|entre|tra|tussen|pomiędzy|między|mellan|mellem)\b[\s:,]*(?:the following (?:parties|persons)[\s:,]*|den (?:Parteien|folgenden)[\s:,]*|les soussignés[\s:,]*)?/iu;
const closing =
  /\b(?:WITNESSETH|W I T N E S S E T H|WHEREAS|RECITALS?|BACKGROUND|NOW,? THEREFORE|PREAMBLE|Präambel|Préambule|agree as follows|hereby agree|the parties agree|it is (?:hereby )?agreed|Article (?:1|I)\b|Section 1\b|§ ?1\b|IN CONSIDERATION|Premess[oa]|wird (?:folgender|nachfolgend)|il a été convenu|ARTICLE I\b)|\s1\.\s+\p{Lu}/u;
/** The name by which the agreement calls a party: ("Company"), (hereinafter called the "Seller"). */
const alias =
  /\(\s*(?:(?:(?:here(?:in)?after|together with[^()"]{0,90}|collectively|each|individually|and|or|as|the|both|also|in this agreement|nachfolgend|im Folgenden|nachstehend|ci-après|dénommée?|en adelante|di seguito|hierna|zwanej? dalej|denominado|denominada|nedan|herefter)[\s,]*)*(?:called |referred to (?:herein(?:after)? |hereafter )?(?:as |individually as )?|known as |genannt |als |as |collectively,? )?(?:(?:the|der|die|das|le|la|l'|el|il|de|o|a|"den) ?)?)"[^"]{1,60}"[^()]{0,160}\)|\(\s*(?:the\s)?"?(?:Company|Seller|Buyer|Purchaser|Licensor|Licensee|Supplier|Customer|Client|Distributor|Consultant|Contractor|Lender|Borrower|Landlord|Tenant|Employer|Employee|Provider|Vendor|Manufacturer|Sponsor|Franchisor|Franchisee|Vermieter|Mieter|Auftraggeber|Auftragnehmer)"?\s*\)|,? (?:hereinafter|herein|hereafter) (?:called|referred to as|known as)?,? ?(?:the )?"[^"]{1,60}"|[-–] (?:nachfolgend|im Folgenden|nachstehend) [^-–]{3,60}(?:genannt )?[-–]/giu;
const noParty =
  /^(?:agreement|this agreement|effective date|parties|party|contract|amendment|execution date|closing date|commencement date|date|joint venture|venture|term|lease|services agreement|members|affiliates|vertrag|parteien|contrat|parties contractantes|first amendment|addendum)$/iu;
const descriptor =
  /,? (?:(?:an?|the|eine?|une?|una?|een) (?:[\p{L}\d.'’-]+ ){0,6}?(?:corporation|company|partnership|limited|llc|l\.l\.c|organi[sz]ation|association|individual|trust|person|bank|entity|citizen|resident|subsidiary|division|institution|university|gesellschaft|société|sociedad|società|vennootschap|sociedade|spółka|body|cooperative|joint|firm|business|sole|nonprofit|non-profit|member|statutory|municipal|state|public|private|duly|validly|having)|(?:with|having|whose|located|organi[sz]ed|incorporated|established|registered|existing|acting|represented|vertreten|mit Sitz|wohnhaft|geschäftsansässig|dont le|représentée?|con sede|con domicilio|met zetel|gevestigd|com sede|z siedzibą|medborgare|formed|duly|on behalf|on its own|for itself|residing|of (?=\d)|at (?=\d)|its successors|including its|and (?:its|their|his|her) (?:affiliates|successors|subsidiaries|heirs)|and\/or assigns|individually|as (?:seller|buyer|licensor|licensee|landlord|tenant|lessor|lessee|borrower|lender|agent)|the principal|maintaining|doing business|a\/k\/a|f\/k\/a|d\/b\/a|geb\.|geboren)\b| \(|[;|]| [-–] |, ?(?=\d)| (?=\d{2,5} \p{Lu}))/iu;
const lead =
  /^(?:[\s,;:.)–-]|and\b|or\b|&|\(?(?:\d|[ivx]{1,4}|[a-c])[.)]|und\b|et\b|y\b|e\b|en\b|oraz\b|i\b|och\b|og\b|by\b|between\b|among\b|on the (?:one|other) (?:hand|part)|of the (?:one|other|first|second) part|party of the (?:first|second) part|(?:the|der|dem|die|den|la|le|the undersigned)\b(?=\s\p{Ll})|(?:Herrn?|Frau|Monsieur|Madame|Mr\.|Mrs\.|Ms\.)(?=\s)|mit\b|with\b|each of\b|both\b)+/iu;
const legalForm =
  /(?:\b(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|PLC|plc|GmbH|AG|KG|SE|S\.?A\.?S?|SARL|B\.?V|N\.?V|AB|ApS|A\/S|AS|Oy|S\.p\.A|S\.r\.l|Pty|Pte|Co|Company|University|Institute|Association|Foundation|Council|Hospital|Bank|Trust|Fund|Partners|Group|N\.A|e\.V|Sp\. z o\.o|Authority|Agency|Club|Partnership|Society|S\/A|G\.I\.E|P\.C|PC|Technologies|Holdings?)\b\.?)$/iu;

/** Finds the parties of an agreement: in its first sentence, by the names that it gives them, else by the word "and" between them. */
export function contractParties(flat: FlatText, head: string = flat.text.slice(0, HEAD)): Candidate[] {
  for (const match of head.matchAll(new RegExp(opening.source, "giu"))) {
    const from = match.index + match[0].length;
    const rest = head.slice(from, from + LONGEST_PREAMBLE);
    const end = closing.exec(rest)?.index ?? Math.min(rest.length, 1_500);
    const preamble = rest.slice(0, Math.max(end, 60));
    const isStrong = /by and|made|entered|:/iu.test(match[0]);
    const named = byAlias(preamble);
    const found = named.length >= 2 ? named : isStrong || named.length > 0 ? merged(named, byConjunction(preamble)) : [];
    if (found.length >= 2) return found.slice(0, MOST_PARTIES).map((name) => candidate(flat, from, name));
  }
  return [];
}

type Name = { start: number; end: number; confidence: number };

/** Takes the name at the start of each stretch that ends with a defined name. */
function byAlias(preamble: string): Name[] {
  const names: Name[] = [];
  let from = 0;
  for (const match of preamble.matchAll(alias)) {
    const called = /"([^"]+)"/.exec(match[0])?.[1]?.trim().replace(/[.,]$/, "") ?? "";
    const name = noParty.test(called) ? null : nameAt(preamble, from, match.index);
    if (name) names.push({ ...name, confidence: 0.93 });
    if (/parties|collectively/i.test(match[0]) && names.length >= 2) break;
    from = match.index + match[0].length;
  }
  return names;
}

/** Takes the two names around the word "and". */
function byConjunction(preamble: string): Name[] {
  const stop = preamble.search(/(?<!\b(?:Inc|Ltd|Corp|Co|L\.P|N\.A|St|Mr|Ms|Dr|No|\p{L}))\.\s+\p{Lu}/u);
  const sentence = preamble.slice(0, Math.min(stop < 0 ? 400 : stop, 600));
  const parts: [number, number][] = [];
  let from = 0;
  for (const match of sentence.matchAll(/[,;]? (?:and|AND|und|UND|et|ET|y|Y|e|E|en|oraz|och|og|&) (?=(?:the )?\p{Lu})/gu)) {
    parts.push([from, match.index]);
    from = match.index + match[0].length;
  }
  parts.push([from, sentence.length]);
  return parts.flatMap(([start, end]) => {
    const name = nameAt(sentence, start, end);
    if (!name) return [];
    const isFirm = legalForm.test(sentence.slice(name.start, name.end));
    return isFirm ? [{ ...name, confidence: 0.85 }] : parts.length === 2 ? [{ ...name, confidence: 0.7 }] : [];
  });
}

function merged(first: readonly Name[], second: readonly Name[]): Name[] {
  const others = second.filter(
    (each) => !first.some(({ start, end }) => each.start < end && start < each.end),
  );
  return [...first, ...others].sort((a, b) => a.start - b.start);
}

/** Returns the name at the start of a stretch, without words before and a description behind it. */
function nameAt(text: string, from: number, until: number): Omit<Name, "confidence"> | null {
  const stretch = text.slice(from, until);
  const skipped = lead.exec(stretch)?.[0].length ?? 0;
  const rest = stretch.slice(skipped);
  const cut = descriptor.exec(rest)?.index ?? rest.length;
  const raw = rest.slice(0, cut).replace(/[\s,;:("–-]+$/u, "");
  const name = /(?:\p{L}\.\p{L}|Inc|Ltd|Corp|Co|\bL\.P|N\.A|Jr|Sr)\.$/u.test(raw) ? raw : raw.replace(/\.$/, "");
  const firm = firms(name)[0];
  const [start, end] =
    name.split(" ").length > 9 && firm ? [firm.start, firm.end] : [0, name.length];
  const final = name.slice(start, end);
  if (!isName(final)) return null;
  return { start: from + skipped + start, end: from + skipped + end };
}

function isName(name: string): boolean {
  const words = name.split(" ");
  if (name.length < 2 || words.length > 12 || /_{2,}|\[|\.{4}|"|:/.test(name)) return false;
  if (/^(?:the )?(?:parties|party|undersigned|company|agreement|effective|date|following|date hereof|you)\b/iu.test(name) && words.length < 3) return false;
  if (/^(?:this|that|which|each|as of|dated|effective|whereby|made|all|such|any|in|on|for|if)\b/iu.test(name)) return false;
  const capitals = words.filter((word) => /^["'(]?[\p{Lu}\d&]|^(?:of|and|de|la|du|des|der|di|van|von|den|und|y|e|et|the|für|do|da|for|\p{L}+\.\p{L}+,?|[ie][\p{Lu}\d].*|i\d.*)$/u.test(word));
  return capitals.length >= words.length * 0.75 && /\p{L}{2}/u.test(name);
}

function candidate(flat: FlatText, offset: number, { start, end, confidence }: Name): Candidate {
  const value = flat.text.slice(offset + start, offset + end);
  return {
    name: "party",
    value,
    confidence,
    evidence: [flat.spanOf(offset + start, offset + end)],
    origin: "phrase",
  };
}
