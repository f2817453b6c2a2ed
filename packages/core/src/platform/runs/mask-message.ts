const LONGEST = 600;
const FRAMES = 12;

type Mask = readonly [RegExp, (found: string, known: readonly string[]) => string];

/**
 * The patterns and their masks. At each position the first pattern that fits wins. Times and ids come first, so that no part of one is
 * taken for a telephone number.
 */
const masks: readonly Mask[] = [
  [/\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?(?!\w)/u, asItIs],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/u, asItIs],
  [/\b[a-z]{2,5}_[0-9a-f]{32}\b/u, asItIs],
  [/"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|`[^`\n]*`/u, quotation],
  [/(?<![\p{L}\p{N}])(?:'[^'\n]*'|‘[^’\n]*’)(?![\p{L}\p{N}])/u, quotation],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/u, () => "(email)"],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>)]+/u, withoutPath],
  [/(?:\/[\p{L}\p{N}._-]+)+\/(?:[\p{L}\p{N}._-]+)?/u, () => "(path)"],
  [/[^\s"'()[\]:,/]+\.(?:numbers|[A-Za-z]{2,5}|7z|p7[ms])\b/u, fileOrWord],
  // PostgreSQL's "Key (email)=(ada@example.com)".
  [/=\([^)\n]*\)/u, () => "=(…)"],
  [/\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{1,4}\b/u, () => "(account)"],
  [/(?<![\p{L}\p{N}_.-])\+?\(?\d[\d\s()./-]{5,}\d(?![\p{L}\p{N}_])/u, telephoneOrNumber],
  [/\b(?:Mrs?|Ms|Dr|Prof|Herrn?|Frau)\b\.?(?: \p{Lu}[\p{L}.]*)+/u, () => "(name)"],
  [/(?<!\p{L})\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{Ll}.]*)+(?![\p{L}\p{N}])/u, nameOrTerm],
];
const any = new RegExp(masks.map(([{ source }]) => `(${source})`).join("|"), "gu");

/**
 * Returns a message of the system without personal data. It masks quoted text (except `known` texts), addresses, telephone and account
 * numbers, files, and words that look like a name. It does not recognise a lone first name inside a sentence.
 */
export function maskMessage(message: string, known: readonly string[] = []): string {
  const masked = message.slice(0, 4 * LONGEST).replaceAll(any, (found: string, ...rest) => {
    const mask = masks[rest.findIndex((group) => group !== undefined)];
    return mask ? mask[1](found, known) : "(text)";
  });
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST)}…` : masked;
}

/** Returns the frames of a stack, without its message and without the folders of the machine. */
export function maskStack(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.replaceAll(/(?:file:\/\/)?(?:\/[^\s/()]+)+\/((?:[^\s/()]+\/){2})/g, "…/$1"))
    .join("\n");
}

function asItIs(found: string): string {
  return found;
}

function quotation(found: string, known: readonly string[]): string {
  const inner = found.slice(1, -1);
  const isName = known.includes(inner) || /^[a-z]+(?:[A-Z][a-z]+)+$/.test(inner);
  return isName || /^[\d.,:]*$/.test(inner) ? found : `(text, ${inner.length} characters)`;
}

function withoutPath(found: string): string {
  const { protocol, host, pathname } = new URL(found);
  return `${protocol}//${host}${pathname.length > 1 ? "/…" : ""}`;
}

const extensions = new Set(
  "pdf doc docx xls xlsx ppt pptx odt ods odp rtf txt md csv eml msg mbox pst ost one onepkg onetoc2 ics htm html epub png jpg jpeg tif tiff gif webp heic avif bmp zip 7z rar tar xps oxps pages numbers key p7m p7s vtt srt json xml".split(
    " ",
  ),
);

function fileOrWord(found: string): string {
  const extension = found.slice(found.lastIndexOf(".") + 1).toLowerCase();
  return extensions.has(extension) ? "(file)" : found;
}

/** Returns the digits unchanged if they are short or a plain size; else a mask for a telephone number. */
function telephoneOrNumber(found: string): string {
  const digits = found.replaceAll(/\D/g, "").length;
  const isPlain = /^[1-9]\d*(?:\.\d+)?$/.test(found);
  return digits < 7 || (isPlain && digits < 9) ? found : "(number)";
}

const terms = new Set(
  `Internal Server Error Bad Gateway Request Requests Too Many Service Unavailable Not Found Forbidden Unauthorized Timeout Time Out Rate
   Limit Exceeded Invalid Input Type Syntax Reference Range Unexpected End Token Key Value Cannot Could Failed Failure Document Step Run
   Function Event Queue Worker Waiting Sleeping Number Try Retrying Paused Behind Text Page Pages Open Office Word Excel Power Point Model
   Models Embedding Index Database Prisma Client Node Unknown Missing Payload Large Content Gone Conflict The This That No It Is A An`.split(
    /\s+/,
  ),
);

function nameOrTerm(found: string): string {
  return found.split(/[ -]/).every((word) => terms.has(word)) ? found : "(name)";
}
