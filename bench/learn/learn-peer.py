"""TF-IDF (words and pairs of words) and a linear SVM of scikit-learn, with and without words that only one text has.

Reads JSON: {"rounds": [{"train": [[text, label]], "test": [text]}]}. Prints for each round {"all": [label], "twice": [label], "seconds": number}.
"""

import json
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

said = []
for given in json.load(sys.stdin)["rounds"]:
    texts = [text for text, _ in given["train"]]
    labels = [label for _, label in given["train"]]
    found = {}
    for name, least in (("all", 1), ("twice", 2)):
        began = time.process_time()
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=least)
        svm = LinearSVC(C=1.0).fit(words.fit_transform(texts), labels)
        found["seconds"] = time.process_time() - began
        found[name] = [str(label) for label in svm.predict(words.transform(given["test"]))]
    said.append(found)
print(json.dumps(said))
