import type { Edge } from "../reading/edges";
import { isTest } from "../reading/places";
import type { Breach, SourceTree } from "../reading/source-tree";

/** No file reaches itself by imports that the running program follows. */
export function valueCircleBreaches(tree: SourceTree): Breach[] {
  return circleBreaches(tree, ({ kind }) => kind !== "type" && kind !== "url");
}

/** No file reaches itself by imports of any kind, types included. */
export function typeCircleBreaches(tree: SourceTree): Breach[] {
  return circleBreaches(tree, ({ kind }) => kind !== "url");
}

function circleBreaches(tree: SourceTree, counts: (edge: Edge) => boolean): Breach[] {
  const files = [...tree.files.keys()].filter((file) => !isTest(file));
  const next = new Map(
    files.map((file) => [
      file,
      tree.edgesFrom(file).flatMap((edge) => (edge.to && counts(edge) ? [edge.to] : [])),
    ]),
  );
  return componentsOf(next).map((files) => {
    const circle = shortestCircle(files, next).join(" -> ");
    return files.length === 1
      ? `${files[0]} imports itself`
      : `${files.length} files import each other: ${circle}`;
  });
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** Tarjan: the groups of files that all reach each other, without those of one file that does not import itself. */
function componentsOf(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];

  const visit = (file: string): number => {
    const number = order.size;
    order.set(file, number);
    let low = number;
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    lowest.set(file, low);
    if (low === number) {
      const component = open.splice(open.indexOf(file));
      if (component.length > 1 || graph.get(file)?.includes(file)) found.push(component);
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}

/** Breadth first from each of a few files, so that the report is the shortest way around. */
function shortestCircle(files: readonly string[], graph: Graph): string[] {
  const circles = files.map((file) => wayBack(file, new Set(files), graph));
  return circles.reduce((best, circle) => (circle.length < best.length ? circle : best));
}

function wayBack(start: string, within: ReadonlySet<string>, graph: Graph): string[] {
  const from = new Map<string, string>();
  const waiting = [start];
  for (const file of waiting)
    for (const next of graph.get(file) ?? []) {
      if (next === start) return way(file, from, start);
      if (!within.has(next) || from.has(next)) continue;
      from.set(next, file);
      waiting.push(next);
    }
  return [start];
}

function way(last: string, from: ReadonlyMap<string, string>, start: string): string[] {
  const files = [last, start];
  for (let file = last; file !== start; ) {
    file = from.get(file) ?? start;
    files.unshift(file);
  }
  return files;
}
