type Filed = {
  uploadedById: string | null;
  projects: readonly { id: string; isRestricted: boolean }[];
};

/** The principals that may see a document: see "Who sees a document" in ARCHITECTURE.md. */
export function accessOf({ uploadedById, projects }: Filed): string[] {
  const restricted = projects.filter((project) => project.isRestricted).map(({ id }) => id);
  const isOpen = restricted.length < projects.length || projects.length === 0;
  return [
    "all",
    ...(isOpen ? ["ws"] : []),
    ...(uploadedById ? [uploadedById] : []),
    ...restricted.sort(),
  ];
}
