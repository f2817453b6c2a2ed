/** Stands for the app's own address; what leads away from it leads away from the app. */
const HERE = "http://here.invalid";

/**
 * A path of this app to go on to after signing in; anything that could lead elsewhere becomes home. It is read as a browser reads it,
 * which drops tabs and line ends and takes backslashes for slashes.
 */
export function safePath(next: string | undefined | null): string {
  if (!next?.startsWith("/") || !URL.canParse(next, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(next, HERE);
  // "/.//evil.example" stays here as it stands, and leads away once it is written out.
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
