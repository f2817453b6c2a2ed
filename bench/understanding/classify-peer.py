"""TF-IDF (words and pairs of words) and a linear SVM, the usual way to classify texts.

Reads JSON: {"folds": [{"train": [index], "test": [index]}], "texts": [text], "labels": [label]}. Prints a label for each text to test, fold by fold.
"""

import json
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

given = json.load(sys.stdin)
texts, labels = given["texts"], given["labels"]
answers = []
for fold in given["folds"]:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    train = words.fit_transform([texts[at] for at in fold["train"]])
    test = words.transform([texts[at] for at in fold["test"]])
    svm = LinearSVC(C=1.0).fit(train, [labels[at] for at in fold["train"]])
    answers += [str(label) for label in svm.predict(test)]
print(json.dumps(answers))
