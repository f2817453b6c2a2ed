type Router = { routes: readonly { method: string; path: string }[] };

/** The methods that a path answers to; none where there is no such path. */
export function allowedMethods({ routes }: Router, path: string): string[] {
  const matching = routes.filter(
    (route) => route.method !== "ALL" && patternOf(route.path).test(path),
  );
  const methods = new Set(matching.map((route) => route.method));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}

function patternOf(path: string): RegExp {
  const segments = path.split("/").map((segment) => (segment.startsWith(":") ? "[^/]+" : segment));
  return new RegExp(`^${segments.join("/")}$`);
}
