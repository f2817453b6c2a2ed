import { askPeer } from "../understanding/ask-peer";

/** A week and the weeks before, as rows of named values; null is missing. */
export type PeerWeek = { window: PeerRow[]; reference: PeerRow[] };
export type PeerRow = Record<string, number | string | null>;

/** Evidently, each column with the test that it chooses: drift if any column drifts after Bonferroni's correction at one in a hundred. */
const script = `
import json, sys, warnings
warnings.filterwarnings("ignore")
import pandas as pd
from evidently import Report, Dataset, DataDefinition
from evidently.metrics import ValueDrift
def verdict(week):
    now, before = pd.DataFrame(week["window"]), pd.DataFrame(week["reference"])
    names = [n for n in now.columns if now[n].notna().sum() > 9 and before[n].notna().sum() > 24]
    words = [n for n in names if before[n].dtype == object]
    numbers = [n for n in names if n not in words]
    kinds = DataDefinition(numerical_columns=numbers, categorical_columns=words)
    tests = [ValueDrift(column=n, method="chisquare" if n in words else "ks", threshold=0.01 / len(names)) for n in names]
    run = Report(tests).run(Dataset.from_pandas(now[names], data_definition=kinds), Dataset.from_pandas(before[names], data_definition=kinds))
    ps = [m["value"] for m in run.dict()["metrics"]]
    return any(float(p) < 0.01 / len(names) for p in ps)
weeks = json.load(sys.stdin)
print(json.dumps([bool(verdict(w)) for w in weeks]))
`;

/** Returns evidently's verdict of each week; null without an interpreter that has evidently. */
export async function askEvidently(weeks: readonly PeerWeek[]): Promise<boolean[] | null> {
  const said = await askPeer("evidently", script, weeks);
  return Array.isArray(said) ? said.map(Boolean) : null;
}
