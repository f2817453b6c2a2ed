"""TF-IDF (words and pairs of words) and a linear SVM, the usual way to classify texts.

Reads a JSON file: {"folds": [{"train": [index], "test": [index]}], "texts": [text], "labels": [label]}. Prints, for each fold, for each
test text, the label and its distance from the second.
"""

import json
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

given = json.load(open(sys.argv[1], encoding="utf-8"))
texts, labels = given["texts"], given["labels"]
answers = []
for fold in given["folds"]:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    train = words.fit_transform([texts[at] for at in fold["train"]])
    test = words.transform([texts[at] for at in fold["test"]])
    svm = LinearSVC(C=1.0).fit(train, [labels[at] for at in fold["train"]])
    scores = svm.decision_function(test)
    for row in scores:
        best, second = sorted(row, reverse=True)[:2]
        answers.append({"label": str(svm.classes_[row.argmax()]), "lead": float(best - second)})
print(json.dumps(answers))
