export type Word = { text: string; start: number; end: number };

const splitter =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’&.-](?=\p{L})[\p{L}\p{M}\p{N}]+)*(?:(?<=\b\p{Lu})\.|(?<=\b(?:Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Dr|St|Jr|Sr|Prof))\.)?|\d[\d.,]*|[^\s]/gu;

/** Returns the words and signs of a sentence with their offsets. */
export function words(sentence: string): Word[] {
  return [...sentence.matchAll(splitter)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const titles = new Set(
  "mr mrs ms miss dr prof professor sir lady president minister chancellor senator judge captain".split(
    " ",
  ),
);
const firmEndings = new Set(
  "inc ltd llc llp gmbh ag plc corp corporation company co limited sa bv nv oy ab kg group holdings bank university institute committee association foundation council ministry department agency partners".split(
    " ",
  ),
);
const placeWords = new Set(
  "street st avenue ave road rd square lane city town county province state island river lake mountain north south east west valley".split(
    " ",
  ),
);
const firstNames = new Set(
  (
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry peter henry adam nathan " +
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine maria julia alice grace rachel carolyn janet ruth olivia sophie sophia " +
    "hans klaus jürgen stefan andreas martin markus tobias felix lukas jan pieter willem pierre jean luc antoine marie claire camille juan carlos jose luis miguel carmen ana lucia giulia marco luca paolo francesca ahmed mohammed fatima omar ali wei ming li yuki hiroshi kenji priya raj anita ivan olga dmitri elena lars erik ingrid sven nina tom ben sam kate jane anne"
  ).split(" "),
);
const countries = new Set(
  regionNames()
    .flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))
    .filter((word) => word.length > 3),
);

/** Returns the features of each word: itself, its form, its neighbours, and if it is a known title, name or country. */
export function features(sentence: readonly Word[]): string[][] {
  const forms = sentence.map(({ text }) => formOf(text));
  const lower = sentence.map(({ text }) => text.toLowerCase());
  const isShouted = sentence.every(({ text }) => text === text.toUpperCase());

  return sentence.map(({ text }, index) => {
    const word = lower[index] ?? "";
    const before = lower[index - 1] ?? "<s>";
    const after = lower[index + 1] ?? "</s>";
    const form = forms[index] ?? "";
    const all = [
      "bias",
      `w=${word}`,
      `f=${form}`,
      `p3=${word.slice(0, 3)}`,
      `s3=${word.slice(-3)}`,
      `s4=${word.slice(-4)}`,
      `b=${before}`,
      `a=${after}`,
      `b2=${lower[index - 2] ?? "<s>"}`,
      `a2=${lower[index + 2] ?? "</s>"}`,
      `bf=${forms[index - 1] ?? "<s>"}`,
      `af=${forms[index + 1] ?? "</s>"}`,
      `bff=${forms[index - 1] ?? "<s>"} ${form}`,
      `faf=${form} ${forms[index + 1] ?? "</s>"}`,
      `fb=${form} ${before}`,
      `fa=${form} ${after}`,
      `bw=${before} ${word}`,
      `wa=${word} ${after}`,
    ];
    const add = (name: string, holds: boolean) => holds && all.push(name);
    add("first", index === 0);
    add("first capital", index === 0 && form.startsWith("A"));
    add("shouted", isShouted);
    for (const [offset, at] of [
      ["", index],
      ["-1", index - 1],
      ["+1", index + 1],
      ["+2", index + 2],
    ] as const) {
      const other = (lower[at] ?? "").replace(/\.$/, "");
      const isCapital = (forms[at] ?? "").startsWith("A");
      add(`title${offset}`, titles.has(other));
      add(`firm${offset}`, isCapital && firmEndings.has(other));
      add(`place${offset}`, isCapital && placeWords.has(other));
      add(`given${offset}`, isCapital && firstNames.has(other));
      add(`country${offset}`, isCapital && countries.has(other));
    }
    add(
      "later firm",
      sentence
        .slice(index + 1, index + 5)
        .some(
          (next, step) =>
            isPartOfName(forms[index + 1 + step]) &&
            firmEndings.has(next.text.toLowerCase().replace(/\.$/, "")) &&
            allNames(forms, index, index + 1 + step),
        ),
    );
    add("initial", /^\p{Lu}\.?$/u.test(text));
    return all;
  });
}

function allNames(forms: readonly string[], from: number, to: number): boolean {
  return forms.slice(from, to + 1).every(isPartOfName);
}

function isPartOfName(form: string | undefined): boolean {
  return form?.startsWith("A") === true || form === "&" || form === ",";
}

/** Returns the form of a word, with one letter for each run: "Smith" is Aa, "IBM" A, "B.V." A.A., "2024" 0. */
function formOf(word: string): string {
  return word
    .replace(/\p{Lu}+/gu, "A")
    .replace(/\p{Ll}+/gu, "a")
    .replace(/\p{L}+/gu, "x")
    .replace(/\d+/g, "0");
}

function regionNames(): string[] {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((first) => letters.flatMap((second) => names.of(first + second) ?? []));
}
