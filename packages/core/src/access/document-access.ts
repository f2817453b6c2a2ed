type Filed = {
  uploadedById: string | null;
  filedIn: readonly { id: string; isRestricted: boolean }[];
  /** The people and groups that it is shared with. */
  sharedWith?: readonly string[];
};

/** Returns the principals that may see a document. "Who sees a document" in ARCHITECTURE.md explains them. */
export function accessOf({ uploadedById, filedIn, sharedWith = [] }: Filed): string[] {
  const restricted = filedIn.filter((project) => project.isRestricted).map(({ id }) => id);
  const isOpen = restricted.length < filedIn.length || filedIn.length === 0;
  return [
    "all",
    ...(isOpen ? ["ws"] : []),
    ...(uploadedById ? [uploadedById] : []),
    ...restricted.sort(),
    ...sharedWith.filter((principal) => principal !== uploadedById).toSorted(),
  ];
}
