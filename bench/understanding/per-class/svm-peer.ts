import { askPeer } from "../ask-peer";

type Rounds = readonly {
  train: readonly (readonly [index: number, type: string])[];
  test: readonly number[];
}[];

const script = `
import json, sys, warnings
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC
warnings.filterwarnings("ignore")
given = json.load(sys.stdin)
texts = given["texts"]
found = []
for part in given["rounds"]:
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    trained = vectorizer.fit_transform([texts[index] for index, _ in part["train"]])
    model = LinearSVC().fit(trained, [type for _, type in part["train"]])
    found.append(model.predict(vectorizer.transform([texts[index] for index in part["test"]])).tolist())
json.dump(found, sys.stdout)
`;

/** Returns the types that TF-IDF (words and pairs of words) and a linear SVM find, by round, or null without scikit-learn. */
export async function svmTypes(
  texts: readonly string[],
  rounds: Rounds,
): Promise<string[][] | null> {
  const found = await askPeer("classify --per-class", script, { texts, rounds });
  return Array.isArray(found) ? found.map((types) => [types].flat().map(String)) : null;
}
