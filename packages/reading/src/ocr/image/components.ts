import type { Grey } from "./grey";

/** A patch of ink: its box and its number of pixels. */
export type Component = { left: number; top: number; right: number; bottom: number; ink: number };

/** Returns patches of touching pixels (corners included) darker than `threshold`. Returns null if there are too many patches for text. */
export function componentsOf(
  { pixels, width, height }: Grey,
  threshold: number,
): Component[] | null {
  const parents: number[] = [];
  const found: Component[] = [];
  let above: { from: number; to: number; label: number }[] = [];
  for (let y = 0; y < height; y++) {
    const row: typeof above = [];
    let candidate = 0;
    for (let x = 0; x < width; x++) {
      if ((pixels[y * width + x] ?? 255) >= threshold) continue;
      const from = x;
      while (x < width && (pixels[y * width + x] ?? 255) < threshold) x++;
      let label = -1;
      while (candidate < above.length && (above[candidate]?.to ?? 0) < from) candidate++;
      for (let index = candidate; index < above.length; index++) {
        const run = above[index];
        if (!run || run.from > x) break;
        label = label < 0 ? rootOf(parents, run.label) : joined(parents, found, label, run.label);
      }
      if (label < 0) {
        label = parents.length;
        if (label > mostComponents) return null;
        parents.push(label);
        found.push({ left: from, top: y, right: x, bottom: y + 1, ink: 0 });
      }
      const component = found[label];
      if (component) {
        component.left = Math.min(component.left, from);
        component.right = Math.max(component.right, x);
        component.bottom = y + 1;
        component.ink += x - from;
      }
      row.push({ from, to: x, label });
    }
    above = row;
  }
  return found.filter((_, label) => parents[label] === label);
}

const mostComponents = 400_000;

function rootOf(parents: number[], label: number): number {
  let root = label;
  for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) {
    parents[root] = parents[parent] ?? parent;
    root = parent;
  }
  return root;
}

function joined(parents: number[], found: Component[], a: number, b: number): number {
  const [one, other] = [rootOf(parents, a), rootOf(parents, b)];
  if (one === other) return one;
  parents[other] = one;
  const [kept, gone] = [found[one], found[other]];
  if (kept && gone) {
    kept.left = Math.min(kept.left, gone.left);
    kept.top = Math.min(kept.top, gone.top);
    kept.right = Math.max(kept.right, gone.right);
    kept.bottom = Math.max(kept.bottom, gone.bottom);
    kept.ink += gone.ink;
  }
  return one;
}
