import { pathToFileURL } from "node:url";

type Frequencies = Record<string, number>;
type NgramsData = { ngrams: Record<string, Frequencies> };

/**
 * A plugin of rolldown for bundles that detect languages. It writes the detector's table of 80,000 pieces of words in groups by their first
 * two characters. The bundle reads a group when the detector first asks for it, because a text asks for few. Reading them all took longer than
 * reading a short file. The bundle must include `eld/small`.
 */
export const bundledLanguageData = {
  name: "language-data-in-groups",
  async load(id: string): Promise<string | null> {
    if (!/[/\\]eld[/\\]src[/\\]ngrams[/\\]small\.js$/.test(id)) return null;
    const { ngramsData }: { ngramsData: NgramsData } = await import(pathToFileURL(id).href);
    const { ngrams, ...rest } = ngramsData;
    const json = JSON.stringify({ rest, groups: groupsOf(ngrams) });
    return `${reader}const { rest, groups } = JSON.parse(${JSON.stringify(json)});
export const ngramsData = { ...rest, ngrams: readGroups(groups) };
`;
  },
};

/** A group is a text with a line for each piece: the rest of the piece, a tab, and languages and frequencies by turns. */
function groupsOf(ngrams: NgramsData["ngrams"]): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const [piece, frequencies] of Object.entries(ngrams)) {
    if (/[\t\n]/.test(piece)) throw new Error("A piece of a word holds a tab or line end.");
    const start = piece.slice(0, 2);
    const line = `${piece.slice(2)}\t${Object.entries(frequencies).flat().join()}`;
    const group = groups[start];
    groups[start] = group === undefined ? line : `${group}\n${line}`;
  }
  return groups;
}

const reader = `function readGroups(groups) {
  const opened = new Map();
  const open = (start) => {
    const lines = groups[start].split("\\n").map((line) => line.split("\\t"));
    const group = new Map(lines.map(([end, numbers]) => [end, frequenciesOf(numbers.split(","))]));
    opened.set(start, group);
    return group;
  };
  const frequenciesOf = (numbers) => {
    const found = {};
    for (let at = 0; at < numbers.length; at += 2) found[numbers[at]] = Number(numbers[at + 1]);
    return found;
  };
  const find = (_, piece) => {
    const start = piece.slice(0, 2);
    if (!Object.hasOwn(groups, start)) return undefined;
    return (opened.get(start) ?? open(start)).get(piece.slice(2));
  };
  return new Proxy({}, { get: find });
}
`;
