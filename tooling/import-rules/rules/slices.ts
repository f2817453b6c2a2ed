import type { Edge } from "../reading/edges";
import { isOperation } from "../reading/operations";
import { isTest, sliceOf } from "../reading/places";
import type { Breach, SourceTree } from "../reading/source-tree";
import { CATALOGUE, layers, openSlices, topFilesAboveAll } from "../tables/slices";

/** A slice of core enters lower layers by contract and operations, and its own layer by contract. */
export function sliceBreaches(tree: SourceTree): Breach[] {
  return [...slicesWithoutLayer(tree), ...tree.edges.flatMap((edge) => betweenSlices(edge, tree))];
}

function slicesWithoutLayer(tree: SourceTree): Breach[] {
  const slices = new Set([...tree.files.keys()].map(sliceOf));
  return [...slices]
    .filter((slice) => slice !== null && slice !== "" && layerOf(slice) === null)
    .map((slice) => `packages/core/src/${slice} is in no layer of the table of slices`);
}

function betweenSlices({ file, target, to }: Edge, tree: SourceTree): Breach[] {
  const from = sliceOf(file);
  const into = sliceOf(to ?? target);
  if (from === null || into === null || from === into || isTest(file)) return [];
  const [lower, upper] = [layerOfFile(to ?? target, into), layerOfFile(file, from)];
  if (lower === null || upper === null) return [];
  const entered = inside(to ?? target);
  if (lower > upper)
    return [
      `${file} imports ${entered}: ${into || entered} is in layer ${lower}, above layer ${upper} of ${from || inside(file)}`,
    ];
  if (into === "" || openSlices.includes(into) || isContract(entered)) return [];
  if (lower === upper)
    return [
      `${file} imports ${entered}: ${into} is in the same layer, so only ${into}/contract.ts and ${into}/contract/ are allowed`,
    ];
  if (isOperation(tree.files.get(to ?? ""))) return [];
  if (isListForCatalogue(entered) && inside(file) === CATALOGUE) return [];
  return [
    `${file} imports ${entered}, an inside of ${into}; allowed are ${into}/contract.ts, ${into}/contract/ and files of ${into} that export an operation`,
  ];
}

/** Tells whether a path inside of core's sources is the contract of a slice, or of a folder in one. */
export function isContract(path: string): boolean {
  return /^[^/]+\/([^/]+\/)*contract(\.ts|\/|$)/.test(path);
}

function isListForCatalogue(path: string): boolean {
  return /^[^/]+\/operations(\.ts)?$/.test(path);
}

function layerOfFile(path: string, slice: string): number | null {
  if (slice !== "") return layerOf(slice);
  return topFilesAboveAll.some((name) => withEnding(inside(path)) === name) ? layers.length : 0;
}

function layerOf(slice: string): number | null {
  const layer = layers.findIndex((names) => names.includes(slice));
  return layer === -1 ? null : layer;
}

function inside(path: string): string {
  return path.slice("packages/core/src/".length);
}

function withEnding(path: string): string {
  return path.endsWith(".ts") ? path : `${path}.ts`;
}
