"""TF-IDF (words and pairs of words) and a linear SVM: reads {"texts": [...], "rounds": [{"train": [[index, type], ...], "test": [index, ...]}]}
from standard input, and prints the types that it finds, one list for each round."""

import json
import sys
import warnings

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
    tested = vectorizer.transform([texts[index] for index in part["test"]])
    found.append(model.predict(tested).tolist())
json.dump(found, sys.stdout)
