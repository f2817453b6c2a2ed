/** The value of a cookie of the request. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  return cookiesOf(headers)[name];
}

/** Every cookie of the request; what cannot be decoded is given as it came. */
export function cookiesOf(headers: Headers): Record<string, string> {
  const pairs = (headers.get("cookie") ?? "").split(";").flatMap((pair) => {
    const [name, ...value] = pair.trim().split("=");
    return name ? [[name, decoded(value.join("="))] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
