import { readdirSync, readFileSync } from "node:fs";
import { eld } from "eld/medium";
import { z } from "zod";
import { detectLanguage } from "../src/understanding/language/detect-language";

import { data, hasData } from "../training/data";

const SENTENCES = 15;

// Single sentences, far shorter than documents, of the languages that eld claims to know. Separately, sentences of other languages, whose
// language should be null.
const known = new Set(
  Object.values(
    z.object({ Languages: z.record(z.string(), z.string()) }).parse(eld.info()).Languages,
  ),
);
if (!hasData) console.log("languages: skipped, the third-party files are not here");
else {
  let [right, wrong, open, strangers, strangersOpen] = [0, 0, 0, 0, 0];
  const sure = { right: 0, wrong: 0 };
  for (const file of readdirSync(data("languages")).filter((name) => /^[a-z]{2}\b/.test(name))) {
    const lines = readFileSync(data(`languages/${file}`), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
    for (const line of lines.slice(0, SENTENCES)) {
      const found = await detectLanguage(line);
      const isRight = found?.code === file.slice(0, 2);
      if (!known.has(file.slice(0, 2))) {
        strangers++;
        if (!found) strangersOpen++;
        continue;
      }
      if (!found) open++;
      else if (isRight) right++;
      else wrong++;
      if (found && found.confidence >= 0.9) sure[isRight ? "right" : "wrong"]++;
    }
  }
  const all = right + wrong + open;
  const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;
  console.log(
    `languages: ${all} sentences, right ${percent(right, all)}, left open ${percent(open, all)}, wrong ${percent(wrong, all)}; with confidence of 0.9 and more: right ${percent(sure.right, sure.right + sure.wrong)} of ${sure.right + sure.wrong}; of ${strangers} in unknown languages left open ${percent(strangersOpen, strangers)}`,
  );
}
