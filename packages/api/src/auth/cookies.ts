import { parse } from "hono/utils/cookie";

/** Returns the value of a cookie of the request; undefined where it has none of that name. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  return cookiesOf(headers)[name];
}

/** Returns every cookie of the request. */
export function cookiesOf(headers: Headers): Record<string, string> {
  return parse(headers.get("cookie") ?? "");
}
