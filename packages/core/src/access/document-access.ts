type Filed = {
  uploadedById: string | null;
  filedIn: readonly { id: string; isRestricted: boolean }[];
  /** The people and groups that it is shared with. */
  sharedWith?: readonly string[];
  /** `owner`: seen by whose account it came alone. `source`: seen by the grantees. Null: seen as uploads are. */
  visibility?: string | null;
  /** The members who see it at its source; `ws` is all of them. */
  grantees?: readonly string[];
};

/** Returns the principals that may see a document. "Who sees a document" in ARCHITECTURE.md explains them. */
export function accessOf(file: Filed): string[] {
  const { uploadedById, filedIn, sharedWith = [], visibility = null, grantees = [] } = file;
  const restricted = filedIn.filter((project) => project.isRestricted).map(({ id }) => id);
  const isInOpen = restricted.length < filedIn.length;
  const others = sharedWith.filter((principal) => principal !== uploadedById);
  if (visibility === null)
    return [
      "all",
      ...(isInOpen || filedIn.length === 0 ? ["ws"] : []),
      ...(uploadedById ? [uploadedById] : []),
      ...restricted.sort(),
      ...others.sort(),
    ];

  const isFromSource = visibility === "source";
  const seers = isFromSource ? grantees.filter((each) => each !== "ws") : [uploadedById ?? []];
  const isWide = isInOpen || (isFromSource && grantees.includes("ws"));
  return [
    ...(isWide ? ["all", "ws"] : ["jobs"]),
    ...[...new Set([...seers.flat(), ...restricted, ...others])].sort(),
  ];
}
