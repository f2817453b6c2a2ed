/** The kinds of entities that have a name and so a page of their own. */
export const namedKinds = ["person", "organisation", "place"] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Returns true for a kind whose entities have names. */
export function isNamedKind(kind: string): kind is NamedKind {
  return namedKinds.some((each) => each === kind);
}

const legalForms = new Set(
  (
    "inc incorporated corp corporation co company ltd limited llc lllp llp lp plc pllc pty pte gmbh ggmbh mbh ug ag kg kgaa ohg gbr ev eg se sa sas sasu sarl " +
    "sàrl eurl snc sci scop srl srls spa sapa snc sl slu slne scl bv nv vof cv bvba cvba ab hb kb aktiebolag as asa aps is oy oyj abp ltda eireli me epp sgps lda " +
    "sro zoo spzoo spj spk sk kft zrt nyrt bt doo dd ood eood ad uab sia ooo oao zao kk gk bhd sdn pvt pjsc jsc psc cic"
  ).split(" "),
);
const titles = new Set(
  (
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev fr hon judge justice capt captain col maj gen lt sgt herr hr frau fr dipl ing mag mme mlle m madame monsieur " +
    "maître me sr sra srta señor señora don doña dott dottssa ing avv sig sigra signor signora mevr mevrouw dhr heer drs mr ir pan pani p fru frk fröken esq phd md jr sen"
  ).split(" "),
);

/**
 * Returns what entities of a kind have in common whose names mean the same: without case, accents, titles and legal forms. "ACME GmbH" and
 * "Acme" have one key.
 */
export function entityKey(kind: NamedKind, name: string): string {
  const words = wordsOf(name);
  if (kind === "organisation") return withoutForms(words).join(" ");
  if (kind === "person") return withoutTitles(words).join(" ");
  return words.join(" ");
}

/** Returns the name of a person without titles before it and without a possessive ending. */
export function withoutTitle(name: string): string {
  const parts = name.replace(/['’]s$/u, "").split(/\s+/);
  let from = 0;
  while (from < parts.length - 1 && titles.has(plain(parts[from] ?? ""))) from++;
  return parts.slice(from).join(" ");
}

function wordsOf(name: string): string[] {
  return name
    .replace(/['’]s$/u, "")
    .replace(/&/g, " & ")
    .split(/[\s,/–-]+/)
    .map(plain)
    .filter((word) => word !== "");
}

/** "S.A.R.L." and "SARL" are one word. */
function plain(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]/gu, "");
}

function withoutForms(words: readonly string[]): string[] {
  const kept = [...words];
  if (kept.length > 1 && kept[0] === "the") kept.shift();
  while (kept.length > 1) {
    const last = kept.at(-1) ?? "";
    if (!legalForms.has(last) && last !== "&" && last !== "and" && last !== "und") break;
    kept.pop();
  }
  return kept;
}

function withoutTitles(words: readonly string[]): string[] {
  let [from, to] = [0, words.length];
  while (from < to - 1 && titles.has(words[from] ?? "")) from++;
  while (to > from + 1 && /^(?:jr|sr|phd|md|esq|ii|iii)$/.test(words[to - 1] ?? "")) to--;
  return words.slice(from, to);
}
