type Router = { routes: readonly { method: string; path: string }[] };

/** The methods that a path answers to; none where there is no such path. A path that is named whole is no other path's `:id`. */
export function allowedMethods({ routes }: Router, path: string): string[] {
  const matching = routes.filter(
    (route) => route.method !== "ALL" && patternOf(route.path).test(path),
  );
  const fewest = Math.min(...matching.map(placesIn));
  const methods = new Set(
    matching.filter((route) => placesIn(route) === fewest).map((route) => route.method),
  );
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}

const placesIn = ({ path }: { path: string }) => path.split(":").length;

function patternOf(path: string): RegExp {
  const segments = path.split("/").map((segment) => (segment.startsWith(":") ? "[^/]+" : segment));
  return new RegExp(`^${segments.join("/")}$`);
}
