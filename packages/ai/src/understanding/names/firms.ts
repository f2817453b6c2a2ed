import type { Found } from "../entities/found";

const word = "(?:\\p{Lu}[\\p{L}\\p{N}&'’.-]*|&|\\d{1,4}\\p{L}*)";
const ending =
  "(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|L\\.L\\.C|LLP|L\\.P|LP|PLC|plc|GmbH|AG|KG|SE|S\\.?A\\.?|SARL|S\\.?A\\.?R\\.?L|B\\.?V|N\\.?V|AB|ApS|A/S|AS|Oy|S\\.p\\.A|S\\.r\\.l|Pty Ltd|Pte\\.? Ltd|Co\\.,? Ltd|Co|Company|University|Institute|Association|Foundation|Council|Hospital|Bank)";
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?!(?:The|This|That|These|A|An|Each|Such|Any|Our|Your|Their|His|Her|Its|In|Of|To|For|From|By|With|And|Or|Der|Die|Das|Den|Dem|Des|Ein|Eine|Einer|Zwischen|Und|Von|Bei|Für|Mit|An|Entre|Et|Par|Avec|Pour|Chez)\\s)(${word}(?:[ ]${word}){0,5}),?[ ]${ending}(?![\\p{L}\\p{N}])\\.?`,
  "gu",
);

/** Finds organisations with a legal form in their names: "Oak Partners LLP", "Alder Metals GmbH". */
export function firms(text: string): Found[] {
  return [...text.matchAll(pattern)].map((match) => {
    const quote = match[0];
    // A full stop belongs to "Inc." and "B.V.", but after "GmbH" it ends the sentence.
    const end =
      match.index +
      (/(?:Inc|Corp|Ltd|Co|\.\p{L})\.$/u.test(quote)
        ? quote.length
        : quote.replace(/\.$/, "").length);
    return { kind: "organisation", start: match.index, end, confidence: 0.9 };
  });
}
