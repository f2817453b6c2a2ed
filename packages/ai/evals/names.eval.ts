import names from "../src/models/names.json" with { type: "json" };
import { TaggerModel } from "../src/understanding/entities/tagger";
import { hasData } from "../training/data";
import { nameSets } from "../training/names";
import { scoreNames } from "../training/score-names";
import { vectored } from "../training/vectored";
import { encoder } from "./encoder";

// Counts only exact spans and kinds. GUM is another domain and marks common nouns as well, so its figure is a lower bound.
if (!hasData) console.log("names: skipped, the third-party files are not here");
else {
  const model = TaggerModel.parse(names);
  const { wikigold, gum, pii } = nameSets();
  for (const [set, sentences] of Object.entries({ wikigold, gum, pii })) {
    const scores = scoreNames(await vectored(sentences, encoder), model);
    for (const [kind, { precision, recall, f1, given }] of Object.entries(scores))
      console.log(
        `names, ${set}, ${kind}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)} of ${given}`,
      );
  }
}
await encoder.close();
