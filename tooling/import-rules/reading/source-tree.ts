import { type Edge, edgesOf } from "./edges";
import { type SourceFile, sourceFile } from "./source-file";

/** The parts of a package.json that the rules read. */
export type Manifest = {
  dependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
};

/** Sources and manifests, by path and by package, with all imports between them. */
export type SourceTree = {
  files: ReadonlyMap<string, SourceFile>;
  manifests: ReadonlyMap<string, Manifest>;
  readonly edges: readonly Edge[];
  edgesFrom(path: string): readonly Edge[];
};

/** One sentence that names the file and the rule that it breaks. */
export type Breach = string;

/** Builds a tree from the text of each file. Throws on first reading of `edges` when a file does not parse. */
export function sourceTree(
  texts: Iterable<readonly [path: string, text: string]>,
  manifests: Iterable<readonly [folder: string, manifest: Manifest]> = [],
): SourceTree {
  const files = new Map([...texts].map(([path, text]) => [path, sourceFile(path, text)]));
  let edges: Map<string, Edge[]> | undefined;
  const readEdges = () => {
    edges ??= new Map([...files.values()].map((file) => [file.path, edgesOf(file, files)]));
    return edges;
  };
  return {
    files,
    manifests: new Map(manifests),
    get edges() {
      return [...readEdges().values()].flat();
    },
    edgesFrom: (path) => readEdges().get(path) ?? [],
  };
}
