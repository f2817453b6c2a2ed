import { firms } from "../../names/firms";
import type { Candidate } from "../candidate";
import type { FlatText } from "./flat-text";

const HEAD = 9_000;
const LONGEST_PREAMBLE = 3_000;
const MOST_PARTIES = 8;

const opening =
  /\b(?:by and (?:between|among(?:st)?)|made (?:and entered into )?(?:by and )?(?:between|among)|entered into (?:by and )?(?:between|among)|(?:is|are) (?:between|among)|between|among|parties:?(?=\s\(?1[.)])|by:|de una parte|zwischen|entre|tra|tussen|pomiędzy|między|mellan|mellem)\b[\s:,]*(?:the following (?:parties|persons)[\s:,]*|den (?:Parteien|folgenden)[\s:,]*|les soussignés[\s:,]*)?/iu;
const closing =
  /\b(?:WITNESSETH|W I T N E S S E T H|WHEREAS|RECITALS?|BACKGROUND|NOW,? THEREFORE|PREAMBLE|Präambel|Préambule|agree as follows|hereby agree|the parties agree|it is (?:hereby )?agreed|Article (?:1|I)\b|Section 1\b|§ ?1\b|IN CONSIDERATION|Premess[oa]|wird (?:folgender|nachfolgend)|il a été convenu|ARTICLE I\b)|\s1\.\s+\p{Lu}/u;
/** The short name of a party in the agreement: ("Company"), (hereinafter called the "Seller"). */
const alias =
  /\(\s*(?:(?:(?:here(?:in)?after|together with[^()"]{0,90}|collectively|each|individually|and|or|as|the|both|also|in this agreement|nachfolgend|im Folgenden|nachstehend|ci-après|dénommée?|en adelante|di seguito|hierna|zwanej? dalej|denominado|denominada|nedan|herefter)[\s,]*)*(?:called |referred to (?:herein(?:after)? |hereafter )?(?:as |individually as )?|known as |genannt |als |as |collectively,? )?(?:(?:the|der|die|das|le|la|l'|el|il|de|o|a|"den) ?)?)["'][^"']{1,60}["'][^()]{0,160}\)|\(\s*(?:the\s)?"?(?:Company|Seller|Buyer|Purchaser|Licensor|Licensee|Supplier|Customer|Client|Distributor|Consultant|Contractor|Lender|Borrower|Landlord|Tenant|Employer|Employee|Provider|Vendor|Manufacturer|Sponsor|Franchisor|Franchisee|Vermieter|Mieter|Auftraggeber|Auftragnehmer)"?\s*\)|\(\s*(?:here(?:in)?after,? )?(?:called|referred to as|known as) (?:the )?[^()"]{2,40}\)|,? (?:hereinafter|herein|hereafter) (?:called|referred to as|known as)?,? ?(?:the )?"[^"]{1,60}"|[-–] (?:nachfolgend|im Folgenden|nachstehend) [^-–]{3,60}(?:genannt )?[-–]/giu;
const noParty =
  /^(?:agreement|this agreement|effective date|parties|party|contract|amendment|execution date|closing date|commencement date|date|joint venture|venture|term|lease|services agreement|members|affiliates|vertrag|parteien|contrat|parties contractantes|first amendment|addendum)$/iu;
const descriptor =
  /,? (?:(?:an?|the|eine?|une?|una?|een) (?:[\p{L}\d.'’-]+ ){0,6}?(?:corporation|company|partnership|limited|llc|l\.l\.c|organi[sz]ation|association|individual|trust|person|bank|entity|citizen|resident|subsidiary|division|institution|university|gesellschaft|société|sociedad|società|vennootschap|sociedade|spółka|body|cooperative|joint|firm|business|sole|nonprofit|non-profit|member|statutory|municipal|state|public|private|duly|validly|having)|(?:with|having|whose|located|organi[sz]ed|incorporated (?:in|under|at|and|by|on|pursuant)|established|registered|existing|acting|represented|vertreten|mit Sitz|wohnhaft|geschäftsansässig|dont le|représentée?|con sede|con domicilio|met zetel|gevestigd|com sede|z siedzibą|medborgare|formed|duly|on behalf|on its own|for itself|residing|of (?=\d)|at (?=\d)|its successors|including its|and (?:its|their|his|her) (?:affiliates|successors|subsidiaries|heirs)|and\/or assigns|individually|as (?:an? |the )?(?:administrator|agent|trustee|seller|buyer|licensor|licensee|landlord|tenant|lessor|lessee|borrower|lender|agent)|the principal|maintaining|doing business|a\/k\/a|f\/k\/a|d\/b\/a|geb\.|geboren|au capital|con dni|con nif|con capitale|capitale sociale|statutair|med säte|med hjemsted|org\.?nr|cvr|handelsregister|hrb|nip|krs|reprezentowan\p{L}*|representad[ao])\b)|,? ?\((?!\p{Lu}[\p{L}.]{0,14}\),? (?:LLC|L\.L\.C|Ltd|Limited|Inc|GmbH|B\.V|Co|Sdn|Pte|Pty|Pvt|LP|AG|S\.?A|Corp))|(?<=LLC|Ltd|Inc|Corp|L\.P|GmbH|AG|Limited|Company|\p{L}{4})\.\s(?=\p{Lu})|[;|]| [-–] |, ?(?=\d)| (?=\d{2,5} \p{Lu})/iu;
const lead =
  /^(?:[\s,;:.)–-]|(?:and|And|AND|or|und|UND|et|ET|y|Y|e|E|en|EN|oraz|ORAZ|i|och|OCH|og|OG|by|between|BETWEEN|among|mit|with|de (?:la )?otra(?: parte)?|dall'altra|da una parte|de una parte|einerseits|andererseits|d'une part|d'autre part|of the (?:one|other|first|second) part|party of the (?:first|second) part|on the (?:one|other) (?:hand|part)|each of|both)\b|&|\(?(?:\d|[ivx]{1,4}|[a-c])[.)]|\([A-C]\)|(?:der Firma|la société|La société|la sociedad|la società|the|der|dem|die|den|la|le|el|il|de|de besloten vennootschap|the undersigned|spółk[aąę])(?=\s)|(?:Herrn?|Frau|Monsieur|Madame|M\.|Mme|Mr\.|Mrs\.|Ms\.|D\.|Dña\.|Don|Doña|Sr\.|Sra\.|Sig\.|Sig\.ra|dhr\.|mevr\.|Pan|Pani)(?=\s))+/u;
const legalForm =
  /(?:\b(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|PLC|plc|GmbH|AG|KG|SE|S\.?A\.?S?|SARL|B\.?V|N\.?V|AB|ApS|A\/S|AS|Oy|S\.p\.A|S\.r\.l|Pty|Pte|Co|Company|University|Institute|Association|Foundation|Council|Hospital|Bank|Trust|Fund|Partners|Group|N\.A|e\.V|Sp\. z o\.o|Authority|Agency|Club|Partnership|Society|S\/A|G\.I\.E|P\.C|PC|Technologies|Holdings?)\b\.?)$/iu;

/**
 * Finds the parties of an agreement in its first sentence: names behind "between" and "and". A name without a legal form needs a description
 * or a short name behind it.
 */
export function contractParties(flat: FlatText): Candidate[] {
  const head = flat.text.slice(0, HEAD);
  for (const match of head.matchAll(new RegExp(opening.source, "giu"))) {
    const from = match.index + match[0].length;
    const rest = head.slice(from, from + LONGEST_PREAMBLE);
    const preamble = rest.slice(0, Math.max(closing.exec(rest)?.index ?? 1_500, 60));
    const names = namesIn(preamble);
    const isOneFirm = /by and|made|entered/iu.test(match[0]) && names[0]?.isFirm;
    if (names.length >= 2 || isOneFirm)
      return names.slice(0, MOST_PARTIES).map((name) => candidate(flat, from, name));
  }
  const defined = definedFirms(head.slice(0, LONGEST_PREAMBLE));
  return defined.length >= 2 ? defined.map((name) => candidate(flat, 0, name)) : [];
}

type Name = { start: number; end: number; confidence: number; isFirm: boolean };

const link =
  /(?:\b(?:and|And|AND|und|UND|et|ET|y|Y|e|E|en|EN|oraz|ORAZ|i|och|og|OCH|OG|de otra parte)\b[\s:,–-]*|[;&]\s*|["')]\)?\s*,?\s+|\(?\b\d[.)]\s*|\b(?:Vermieter|Mieter|Auftraggeber|Auftragnehmer|Arbeitgeber|Arbeitnehmer)(?:in)?:\s*)(?=(?:the |der |die |dem |la |le |el |de )?["(]?[\p{L}\d])/gu;

const isDefined = new RegExp(`^.{0,25}(?:${alias.source})`, "iu");
const ofPerson =
  /^,? (?:an? |the |wohnhaft|residing|geb|represented|vertreten|con (?:dni|nif|domicilio)|dont|demeurant|nato|nata|residente|domiciliad|whose|having|with (?:its|an?|offices)|located|of \d|med |zamieszk|wonende)/iu;

/** Takes the names in the order of the text: the first one, and one behind each word that links parties. */
function namesIn(preamble: string): Name[] {
  const starts = [0, ...[...preamble.matchAll(link)].map((match) => match.index + match[0].length)];
  const names: Name[] = [];
  for (const start of starts) {
    if (start < (names.at(-1)?.end ?? 0)) continue;
    const found = nameAt(preamble, start, preamble.length);
    const said = found && preamble.slice(found.start, found.end).toLowerCase();
    if (
      !found ||
      names.some((each) =>
        preamble
          .slice(each.start, each.end)
          .toLowerCase()
          .includes(said ?? ""),
      )
    )
      continue;
    const { isFirm, isDescribed } = found;
    const alias = aliasAfter(preamble, found.end);
    if (alias && noParty.test(alias)) continue;
    const rest = preamble.slice(found.end, found.end + 160);
    // "en" is "and" in Dutch and "in" in Spanish.
    if (!isFirm && /\ben $/.test(preamble.slice(0, start))) continue;
    if (!isFirm && !(isDescribed && (isDefined.test(rest) || ofPerson.test(rest)))) continue;
    if (
      names.length > 0 &&
      !alias &&
      !isDescribed &&
      /affiliate|subsidiar|parent/iu.test(preamble.slice(found.end, found.end + 60))
    )
      continue;
    names.push({ ...found, confidence: alias ? 0.94 : isFirm ? 0.88 : 0.75 });
    if (
      /\((?:each|individually|collectively)[^)]*part/iu.test(
        preamble.slice(found.end, found.end + 300),
      ) &&
      names.length >= 2
    )
      break;
  }
  return names;
}

/** Returns the short name of the party whose name ends at a place, if it follows before the next party. */
function aliasAfter(preamble: string, end: number): string | null {
  const rest = preamble.slice(end, end + 420);
  const match = new RegExp(alias.source, "iu").exec(rest);
  if (!match) return null;
  return (
    /["']([^"']+)["']|as ([^()]+)\)|\(([^()]+)\)/
      .exec(match[0])
      ?.slice(1)
      .find(Boolean)
      ?.trim()
      .replace(/[.,]$/, "") ?? null
  );
}

/** Returns firms that are followed at once by a short name. */
function definedFirms(text: string): Name[] {
  return firms(text)
    .filter(({ end }) =>
      new RegExp(`^.{0,12}(?:${alias.source})`, "iu").test(text.slice(end, end + 90)),
    )
    .map(({ start, end }) => ({ start, end, confidence: 0.8, isFirm: true }))
    .slice(0, MOST_PARTIES);
}

/** Returns the name at the start of a stretch, without words before and a description behind it. */
function nameAt(
  text: string,
  from: number,
  until: number,
): (Omit<Name, "confidence"> & { isDescribed: boolean }) | null {
  const stretch = text.slice(from, until);
  const skipped = lead.exec(stretch)?.[0].length ?? 0;
  const rest = stretch.slice(skipped);
  const described = descriptor.exec(rest);
  const [, next] = / (?:and|And|AND|und|et|y|oraz|och|og) (?=\p{Lu})/u.exec(
    rest.slice(0, described?.index ?? 200),
  )
    ? [0, legalEnd(rest)]
    : [0, null];
  const cut = next ?? described?.index ?? Math.min(rest.length, 160);
  const raw = rest.slice(0, cut).replace(/[\s,;:("–-]+$/u, "");
  const name = /(?:\p{L}\.\p{L}|Inc|Ltd|Corp|Co|\bL\.P|N\.A|Jr|Sr)\.$/u.test(raw)
    ? raw
    : raw.replace(/\.$/, "");
  const form = formInside.exec(name);
  const tail = form === null ? "" : name.slice(form.index + form[0].length);
  const isLonger = form !== null && !(tail.length <= 12 && legalForm.test(tail));
  const [start, end] = [0, isLonger ? form.index + form[0].length : name.length];
  const final = name.slice(start, end);
  if (!isName(final)) return null;
  const isFirm = legalForm.test(final);
  const isDescribed = described !== null && described.index <= raw.length + 4;
  return { start: from + skipped + start, end: from + skipped + end, isFirm, isDescribed };
}

/** Returns the end of the first name with a legal form, if that is before the word "and": "A Ltd and B Ltd". */
function legalEnd(text: string): number | null {
  const and = / (?:and|And|AND|und|et|y|oraz|och|og) (?=\p{Lu})/u.exec(text)?.index ?? 0;
  return legalForm.test(text.slice(0, and).replace(/,$/, "")) ? and : null;
}

/** A legal form with words of an address behind it: "Alder Ltd. 12 Mill Road". */
const formInside =
  /(?<=\p{L}[\p{L}.&,]* )(?:Inc|INC|inc|Ltd|LTD|Limited|LIMITED|LLC|L\.L\.C|LLP|Corp|CORP|Corporation|CORPORATION|GmbH|AG|plc|PLC|B\.V|N\.V|S\.A|S\.p\.A|S\.r\.l)\b\.?(?=\s)/u;

function isName(name: string): boolean {
  const words = name.split(" ");
  if (name.length < 2 || words.length > 12 || /_{2,}|\[|\.{4}|"|:/.test(name)) return false;
  if (
    /^(?:the )?(?:parties|party|undersigned|company|agreement|effective|date|following|date hereof|you)\b/iu.test(
      name,
    ) &&
    words.length < 3
  )
    return false;
  if (/^an? | dated |^(?:director|president|division|operator|owner|manager)\b|, and /iu.test(name))
    return false;
  if ((name.match(/\(/g)?.length ?? 0) !== (name.match(/\)/g)?.length ?? 0)) return false;
  if (
    /^(?:this|that|which|each|as|through|by|x{3,}|of|to|its|under|dated|effective|whereby|made|all|such|any|in|on|for|if)\b/iu.test(
      name,
    )
  )
    return false;
  const isFirm = legalForm.test(name);
  if (!isFirm && /^\p{Ll}/u.test(name)) return false;
  const capitals = words.filter((word) =>
    /^["'(]?[\p{Lu}\d&]|^(?:of|and|de|la|du|des|der|di|van|von|den|und|y|e|et|the|für|do|da|for|\p{L}+\.\p{L}+,?|[ie][\p{Lu}\d].*|i\d.*)$/u.test(
      word,
    ),
  );
  return capitals.length >= words.length * (isFirm ? 0.5 : 0.75) && /\p{L}{2}/u.test(name);
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
