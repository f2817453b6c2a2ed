/** A path of this app to go on to; anything that could lead elsewhere becomes home. */
export function safePath(next: string | undefined): string {
  if (!next?.startsWith("/") || /^\/[/\\]/.test(next)) return "/";
  return next;
}
