import type { Candidate } from "../candidate";
import type { FlatText } from "./flat-text";

const place =
  "(?<law>(?:(?:the )?(?:[Ss]tate|[Cc]ommonwealth|[Pp]rovince|Federal Republic|[Rr]epublic|Kingdom|People's Republic|PEOPLE'S REPUBLIC|STATE|COMMONWEALTH|PROVINCE|REPUBLIC|KINGDOM|Principality|Grand Duchy|Hong Kong Special Administrative Region|Special Administrative Region) (?:of|OF) (?:the )?)?(?:(?:the )?(?:District of Columbia|DISTRICT OF COLUMBIA|United States of America|United States|United Kingdom|Netherlands|Republic of \\p{Lu}\\p{L}+|Cayman Islands|British Virgin Islands|Isle of Man|Hong Kong SAR)|\\p{Lu}[\\p{L}]+)(?:(?:,? and|,|&| of| of the)? (?!(?:Law|Section|Article|The|This|Without|And|Except|Any|All|In|As|If|Each|Venue|Disputes|EACH|THE|WITHOUT|AND|APPLICABLE|EXCLUDING|EXCEPT|OTHER|REGARDLESS|NOTWITHSTANDING|TO|IN|FOR|BUT|AS|BY|SUCH|Excluding|Applicable|Regardless|Notwithstanding|But|For|Court|Courts|Act|Code|Agreement|Party|Parties|Company|Its|Such|Either)\\b)\\p{Lu}[\\p{L}']+){0,5}(?:, (?:U\\.S\\.A\\.|USA|U\\.S\\.))?)";
const governed =
  "(?:govern(?:ed|s)|GOVERNED|construed|CONSTRUED|interpreted|INTERPRETED|enforced|ENFORCED|subject to|SUBJECT TO|Governing Law|GOVERNING LAW|Applicable Law|[Cc]ontrolled|CONTROLLED|in accordance with|IN ACCORDANCE WITH|under|pursuant to)";
const patterns = [
  `${governed}[^.;]{0,220}?\\b(?:[Ll]aws?|LAWS?|law and jurisdiction|legislation|statutes)\\b(?: and regulations| and decisions| and courts|, (?:other than|without|excluding|except)[^,.;]{3,60},| \\([^)]{3,80}\\))?,? ?(?:then )?(?:of|OF|in force in|applicable in|applicable (?:therein|to contracts made)[^.;]{0,60}? in|in|prevailing in|from time to time (?:in force )?in|as applied in|(?=[Ss]tate of))(?: and (?:in|for))? ${place}`,
  `${governed}[^.;]{0,160}?\\b(?:the )?(?<law2>\\p{Lu}\\p{L}+(?: (?:York|Jersey|Mexico|Hampshire|Carolina|Dakota|Virginia|Kong|Africa|Zealand|Korea|Lanka|Arabia))?)(?: state)? (?:law|laws|Law|Laws)\\b`,
  `\\b(?:[Ll]aws?|LAWS?) (?:of|OF) ${place}[^.;]{0,80}? (?:shall |will |SHALL |WILL |must )?(?:govern|apply|GOVERN|APPLY|control|prevail)`,
  `\\b(?:in|IN) (?:the )?${place},? and (?:shall|will) be (?:governed|construed)[^.;]{0,60}? (?:laws thereof|its laws)`,
  `(?:unterliegt|gilt|Anwendung findet|findet|anwendbar ist)[^.;]{0,80}?(?:dem |das |ausschließlich )?(?:materielle[ns]? )?Recht der (?<law3>Bundesrepublik Deutschland|Republik Österreich|Schweiz|Schweizerischen Eidgenossenschaft)`,
  `(?:gilt|unterliegt|Es findet|Anwendung findet|anwendbar)[^.;]{0,60}?\\b(?<law4>deutsche[sm]?|österreichische[sm]?|[Ss]chweizer(?:isches)?|schweizerische[sm]?) Recht`,
  `(?:régie?s?|soumise?s?|gouverné)[^.;]{0,80}?(?:par|au|à la|aux) (?:le )?(?<law5>droit \\p{Ll}+|loi \\p{Ll}+)`,
  `(?:regirá|rige|regido|somet\\p{L}+|aplicable)[^.;]{0,80}?(?:por|a) (?:la |las )?(?:ley|leyes|legislación) (?<law6>española|mexicana|argentina|chilena|colombiana|peruana|de (?:la )?\\p{Lu}[\\p{L} ]+)`,
  `(?:regolat|disciplinat|soggett|regge)[^.;]{0,80}?(?:dalla|alla) (?<law7>legge \\p{Ll}+)`,
  `(?:Op|op)[^.;]{0,80}?(?:is|van toepassing)[^.;]{0,30}?(?<law8>(?:Nederlands|Belgisch) recht)`,
  `(?:rege-se|regido|regulado|sujeito)[^.;]{0,60}?(?:pela|à) (?<law9>lei (?:portuguesa|brasileira))`,
  `(?<law10>prawo polskie|prawem polskim|prawu polskiemu|prawa polskiego)`,
  `(?<law11>svensk (?:lag|rätt)|dansk (?:ret|lov)|svensk rätt)`,
].map((source) => new RegExp(source, "gu"));

const noPlace =
  /^(?:Agreement|Company|Section|Law|Laws|Party|Parties|Applicable|Federal(?! Republic)|Local|Such|This|The|State(?! of)|Any|That|Territory|Product|Contract|Bankruptcy|Securities|Copyright|Tax|Securities|Antitrust|Country|Jurisdiction|Delivery|Confidential|Data|Privacy|Food|Export|Employment)\b/u;

/** Finds the law by which an agreement is read. */
export function governingLaw(flat: FlatText): Candidate[] {
  const found: Candidate[] = [];
  for (const pattern of patterns)
    for (const match of flat.text.matchAll(pattern)) {
      const groups = Object.values(match.groups ?? {}).filter((each) => each !== undefined);
      const value = cleaned(groups[0] ?? "");
      if (value === "" || noPlace.test(value)) continue;
      if (
        /\b(?:bankruptcy|insolven|organi[sz]ed|incorporated|existing under|duly|import|export|registered|tax)/iu.test(
          match[0],
        )
      )
        continue;
      if (
        /\b(?:organi[sz]ed|existing|incorporated|formed|established|qualified|licensed)\b[^.;]{0,40}$/iu.test(
          flat.text.slice(Math.max(0, match.index - 50), match.index),
        )
      )
        continue;
      const isPlain = /govern|GOVERN|droit|Recht|ley|legge|recht|lei|praw|lag|rätt|ret\b|lov/u.test(
        match[0],
      );
      if (!isPlain && !/construed|CONSTRUED|interpreted|INTERPRETED/u.test(match[0])) continue;
      const start = match.index + match[0].lastIndexOf(groups[0] ?? "");
      found.push({
        name: "governing law",
        value,
        confidence: isPlain ? 0.93 : 0.85,
        evidence: [flat.spanOf(start, start + (groups[0] ?? "").length)],
        origin: "phrase",
      });
    }
  return found;
}

const countries: Record<string, string> = {
  English: "England",
  PRC: "People's Republic of China",
  Chinese: "People's Republic of China",
  Swiss: "Switzerland",
  Dutch: "Netherlands",
  German: "Germany",
  French: "France",
  Italian: "Italy",
  Spanish: "Spain",
  Irish: "Ireland",
  Scottish: "Scotland",
  Belgian: "Belgium",
  Swedish: "Sweden",
  Danish: "Denmark",
  Norwegian: "Norway",
  Finnish: "Finland",
  Polish: "Poland",
  Portuguese: "Portugal",
  Japanese: "Japan",
  Israeli: "Israel",
  Indian: "India",
  Canadian: "Canada",
  Australian: "Australia",
};

/** The name of the place: without "the State of", without the country behind a state, and a country for its adjective. */
function cleaned(written: string): string {
  const isState = /^(?:the )?(?:state|commonwealth) of /iu.test(written);
  const name = written
    .replace(/^(?:the )?(?:state|commonwealth|province) of (?:the )?/iu, "")
    .replace(/^the /iu, "")
    .replace(/(?:,| and| of| of the|\.)+$/iu, "")
    .trim();
  const place = isState
    ? name.replace(/,? (?:the )?(?:United States(?: of America)?|USA|U\.S\.A?\.?)$/iu, "")
    : name;
  return countries[place] ?? place;
}
