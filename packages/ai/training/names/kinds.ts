import type { NamedKind } from "./named-sentence";

const kinds: Record<NamedKind, string> = {
  person: "per person persname b-per politician writer scientist researcher musicalartist rr an",
  organisation:
    "org organisation organization corporation company group politicalparty university band organization-company un inn grt comp organizationcorp org-comp",
  place:
    "loc location place geo-loc gpe country location-city location-street location-stop location-route city street land ld st str lds fac facility",
};
const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, tags]) =>
    tags.split(" ").map((tag) => [tag, kind as NamedKind] as const),
  ),
);

/** Returns the kind of a tag of any of the known sets, without its `B-` or `I-`; null for other tags. */
export function kindOfTag(tag: string): NamedKind | null {
  return kindOf.get(tag.toLowerCase()) ?? null;
}
