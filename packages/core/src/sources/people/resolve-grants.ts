import type { ProvenPerson, StoredGrant } from "@besunny/db/sources/source-people";

/** The people of a source. `groups` holds the addresses of the members of each group whose members could be read. */
export type People = {
  proven: readonly ProvenPerson[];
  groups: ReadonlyMap<string, readonly string[]>;
};

/**
 * Returns the members of the workspace to whom a sharing at a source shows its items, as principals. An address counts for the members who have
 * proven it, and for nobody else. What cannot be read gives nothing: an unknown group, a sharing without grants. Nor does a link, which is no list
 * of people.
 */
export function resolveGrants(
  grants: readonly StoredGrant[],
  { proven, groups }: People,
): string[] {
  const seers = grants.flatMap((grant) => {
    const isMeant = addressesOf(grant, groups);
    return proven.filter(({ address }) => isMeant(address)).map(({ userId }) => userId);
  });
  return [...new Set(seers)].toSorted();
}

function addressesOf(
  { kind, value }: StoredGrant,
  groups: People["groups"],
): (address: string) => boolean {
  if (kind === "user") return (address) => address === value.toLowerCase();
  if (kind === "domain") return (address) => address.endsWith(`@${value.toLowerCase()}`);
  if (kind !== "group") return () => false;
  const members = new Set(groups.get(value)?.map((address) => address.toLowerCase()));
  return (address) => members.has(address);
}
