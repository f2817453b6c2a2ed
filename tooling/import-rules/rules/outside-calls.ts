import { isBesideTheProduct, isTest } from "../reading/places";
import type { Breach, SourceTree } from "../reading/source-tree";
import { libraryOf } from "./third-party";

/** The libraries that call outside models. */
const libraries = new Set(["openai", "@langchain/openai"]);
const OUTSIDE = "packages/ai/src/outside/";
/** The one file that makes their clients. */
const CLIENTS = `${OUTSIDE}clients.ts`;

/** Every call to an outside model goes through the choke point: one file makes the clients, and only its folder has them. */
export function outsideCallBreaches({ edges }: SourceTree): Breach[] {
  return edges.flatMap(({ file, specifier, to, kind }) => {
    if (isTest(file) || isBesideTheProduct(file)) return [];
    const library = libraryOf(specifier);
    if (library && libraries.has(library) && file !== CLIENTS && kind !== "url")
      return [`${file} imports ${specifier}; only ${CLIENTS} makes clients of outside models`];
    if (to === CLIENTS && !file.startsWith(OUTSIDE))
      return [`${file} imports ${CLIENTS}, by which calls would leave beside the choke point`];
    return [];
  });
}
