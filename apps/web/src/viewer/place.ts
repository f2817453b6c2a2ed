import {
  createParser,
  createSerializer,
  parseAsBoolean,
  parseAsInteger,
  parseAsStringLiteral,
} from "nuqs";

export type Span = [start: number, end: number];

/** "120-164" in the URL: offsets in the document's text. */
const parseAsSpan = createParser<Span>({
  parse(value) {
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(value) ?? [];
    if (start === undefined || end === undefined) return null;
    return Number(end) > Number(start) ? [Number(start), Number(end)] : null;
  },
  serialize: ([start, end]) => `${start}-${end}`,
  eq: (a, b) => a[0] === b[0] && a[1] === b[1],
});

/** The open place in a document: the page, the marked words, the tab beside it, and whether personal details are marked too. */
export const placeParsers = {
  page: parseAsInteger,
  span: parseAsSpan,
  tab: parseAsStringLiteral(["about", "text", "comments", "timeline"]).withDefault("about"),
  personal: parseAsBoolean.withDefault(false),
};

const placeQuery = createSerializer(placeParsers);

/** The address of an exact place in a document. */
export function placeHref(
  documentId: string,
  place: { page?: number | null; span?: Span },
): string {
  return placeQuery(`/documents/${documentId}`, {
    page: place.page ?? null,
    span: place.span ?? null,
  });
}
