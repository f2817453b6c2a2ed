/** Takes the place of the app's own address: a URL with another origin leads out of the app. */
const HERE = "http://here.invalid";

/**
 * Returns the path to open after a sign-in; `/` for anything that could lead out of this app. It parses the path as a browser does, which
 * drops tabs and line ends and takes backslashes for slashes.
 */
export function safePath(next: string | undefined | null): string {
  if (!next?.startsWith("/") || !URL.canParse(next, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(next, HERE);
  // "/.//evil.example" has our origin, but its normalised path "//evil.example" leads to another host.
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
