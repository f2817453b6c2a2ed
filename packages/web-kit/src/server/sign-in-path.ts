/** Returns the path of the sign-in page that leads back to the page which was asked for. */
export function signInPath(asked: Headers): string {
  const path = asked.get("x-path") ?? "/";
  return path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
}
