/** The list that someone came from: its address, its name, and its documents in order. */
export type Trail = { href: string; title: string; ids: readonly string[] };

const key = "besunny.trail";
const most = 2000;

/** Keeps the list in this tab, so that a document knows the way back and its neighbours. */
export function keepTrail(trail: Trail): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...trail, ids: trail.ids.slice(0, most) }));
  } catch {
    // A full or forbidden storage costs the way back and nothing else.
  }
}

/** Returns the list last looked at in this tab if the document is in it. */
export function findTrail(id: string): Trail | null {
  try {
    const trail: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isTrail(trail) && trail.ids.includes(id) ? trail : null;
  } catch {
    return null;
  }
}

function isTrail(value: unknown): value is Trail {
  if (typeof value !== "object" || value === null) return false;
  const { href, title, ids } = value as Partial<Record<keyof Trail, unknown>>;
  return (
    typeof href === "string" &&
    /^\/(?!\/)/.test(href) &&
    typeof title === "string" &&
    Array.isArray(ids)
  );
}
