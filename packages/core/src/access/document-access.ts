type Filed = {
  uploadedById: string | null;
  filedIn: readonly { id: string; isRestricted: boolean }[];
};

/** The principals that may see a document: see "Who sees a document" in ARCHITECTURE.md. */
export function accessOf({ uploadedById, filedIn }: Filed): string[] {
  const restricted = filedIn.filter((project) => project.isRestricted).map(({ id }) => id);
  const isOpen = restricted.length < filedIn.length || filedIn.length === 0;
  return [
    "all",
    ...(isOpen ? ["ws"] : []),
    ...(uploadedById ? [uploadedById] : []),
    ...restricted.sort(),
  ];
}
