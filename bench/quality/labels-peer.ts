import { askPeer } from "../understanding/ask-peer";

/** cleanlab with scikit-learn's logistic regression, cross-validated by groups on the same vectors. */
const script = `
import json, sys, warnings
warnings.filterwarnings("ignore")
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from cleanlab.filter import find_label_issues
given = json.load(sys.stdin)
x, y, groups = np.array(given["vectors"]), np.array(given["labels"]), np.array(given["groups"])
model = LogisticRegression(max_iter=1000, C=10)
p = cross_val_predict(model, x, y, groups=groups, cv=GroupKFold(5), method="predict_proba")
def found(by):
    return [int(i) for i in find_label_issues(y, p, filter_by=by, return_indices_ranked_by="self_confidence")]
print(json.dumps({"usual": found("prune_by_noise_rate"), "learning": found("confident_learning")}))
`;

type Given = { vectors: number[][]; labels: number[]; groups: number[] };

/** Returns the places that cleanlab finds, by its usual filter and by confident learning; null without an interpreter that has it. */
export async function askCleanlab(
  given: Given,
): Promise<{ usual: number[]; learning: number[] } | null> {
  const said = await askPeer("cleanlab", script, given);
  return isFound(said) ? said : null;
}

function isFound(said: unknown): said is { usual: number[]; learning: number[] } {
  return typeof said === "object" && said !== null && "usual" in said && "learning" in said;
}
