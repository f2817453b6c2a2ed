const MASK = "•••";
/** Parts of a path that are as long as this may be secrets. */
const LONGEST_WORD = 24;

/** Returns an address for people to read: no names, passwords or values, and no part of the path that looks like a secret. */
export function maskedUrl(given: string): string {
  if (!URL.canParse(given)) return MASK;
  const { protocol, host, pathname, searchParams } = new URL(given);
  const path = pathname
    .split("/")
    .map((part) => (part.length >= LONGEST_WORD ? MASK : part))
    .join("/");
  const names = [...new Set(searchParams.keys())].map((name) => `${name}=${MASK}`);
  return `${protocol}//${host}${path}${names.length > 0 ? `?${names.join("&")}` : ""}`;
}
