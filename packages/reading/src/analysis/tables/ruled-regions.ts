import type { Box } from "@besunny/document-model/parsed-document";
import { unionOf } from "../layout/page-geometry";
import type { Rule } from "./found-table";

/** A place where drawn lines meet. `across` and `down` count the lines that run through much of the place. */
export type RuledRegion = { box: Box; across: number; down: number };

const reach = 3.5;
const mostRules = 4_000;

/** Returns the places where horizontal lines meet vertical lines, from the largest down. */
export function ruledRegions(rules: Rule[]): RuledRegion[] {
  const longest = [...rules]
    .sort((a, b) => Math.max(b[2], b[3]) - Math.max(a[2], a[3]))
    .slice(0, mostRules);
  const across = longest
    .filter(([, , width, height]) => width >= height)
    .sort((a, b) => a[1] - b[1]);
  const down = longest.filter(([, , width, height]) => height > width);
  const group = groups(across.length + down.length);
  for (const [index, rule] of down.entries())
    for (const at of meeting(rule, across)) group.join(across.length + index, at);

  const members = new Map<number, Rule[]>();
  for (const [index, rule] of [...across, ...down].entries()) {
    const root = group.find(index);
    members.set(root, [...(members.get(root) ?? []), rule]);
  }
  return [...members.values()]
    .map((own): RuledRegion => {
      const box = unionOf(own);
      const level = own.filter(([, , width, height]) => width >= height);
      const upright = own.filter(([, , width, height]) => height > width);
      return {
        box,
        across: through(
          level.map(([, y, width]) => [y, width]),
          box[2],
        ),
        down: through(
          upright.map(([x, , , height]) => [x, height]),
          box[3],
        ),
      };
    })
    .filter(({ across, down }) => across + down >= 2)
    .sort((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3]);
}

function meeting([x, y, , height]: Rule, across: Rule[]): number[] {
  const found: number[] = [];
  let [low, high] = [0, across.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((across[middle]?.[1] ?? 0) < y - reach) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < across.length; at++) {
    const rule = across[at];
    if (!rule || rule[1] > y + height + reach) break;
    if (x >= rule[0] - reach && x <= rule[0] + rule[2] + reach) found.push(at);
  }
  return found;
}

function groups(count: number) {
  const parent = Int32Array.from({ length: count }, (_, index) => index);
  function find(index: number): number {
    let root = index;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? 0] ?? 0;
      root = parent[root] ?? 0;
    }
    return root;
  }
  return {
    find,
    join(a: number, b: number) {
      parent[find(a)] = find(b);
    },
  };
}

/** Counts the positions at which lines cover a good part of the whole. */
function through(lines: [position: number, length: number][], whole: number): number {
  const places: { position: number; length: number }[] = [];
  for (const [position, length] of lines.sort((a, b) => a[0] - b[0])) {
    const last = places.at(-1);
    if (last && position - last.position <= reach) last.length += length;
    else places.push({ position, length });
  }
  return places.filter(({ length }) => length > 0.4 * whole).length;
}
