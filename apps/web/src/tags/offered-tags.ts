/** Returns the tags whose names hold a text, and whether the text would be the name of a new one. */
export function offeredTags(
  names: readonly string[],
  text: string,
): { shown: string[]; isNew: boolean } {
  const wanted = text.trim().replaceAll(/\s+/g, " ").toLowerCase();
  return {
    shown: names.filter((name) => name.toLowerCase().includes(wanted)),
    isNew: wanted !== "" && !names.some((name) => name.toLowerCase() === wanted),
  };
}

/** Returns whether all, some or none of the documents carry a tag. */
export function carriedBy(
  documents: readonly { tags: readonly { name: string }[] }[],
  name: string,
): boolean | "indeterminate" {
  const carriers = documents.filter(({ tags }) => tags.some((tag) => tag.name === name)).length;
  if (carriers === 0) return false;
  return carriers === documents.length ? true : "indeterminate";
}
