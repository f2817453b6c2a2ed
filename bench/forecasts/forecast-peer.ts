import { askPeer } from "../understanding/ask-peer";

type Said = { path: number[]; low: number[]; high: number[] };

/** For each series the one of both models whose cross-validation errs less, over six windows. */
const script = `
import json, sys, warnings
warnings.filterwarnings("ignore")
import numpy as np, pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, SeasonalNaive
given = json.load(sys.stdin)
h, period = given["horizon"], given["period"]
frame = pd.concat([pd.DataFrame({"unique_id": i, "ds": np.arange(len(v)), "y": np.asarray(v, float)}) for i, v in enumerate(given["series"])])
sf = StatsForecast(models=[AutoETS(season_length=period), SeasonalNaive(season_length=period)], freq=1, n_jobs=1)
cv = sf.cross_validation(df=frame, h=h, n_windows=6, step_size=h)
said = sf.forecast(df=frame, h=h, level=[90])
out = []
for i in range(len(given["series"])):
    c, f = cv[cv.unique_id == i], said[said.unique_id == i]
    best = min(["AutoETS", "SeasonalNaive"], key=lambda m: (c[m] - c.y).abs().mean())
    out.append({"path": f[best].tolist(), "low": f[best + "-lo-90"].tolist(), "high": f[best + "-hi-90"].tolist()})
print(json.dumps(out))
`;

/** Returns what statsforecast says of each series; null without an interpreter that has it. */
export async function askStatsforecast(
  series: readonly number[][],
  { period, horizon }: { period: number; horizon: number },
): Promise<Said[] | null> {
  const said = await askPeer("statsforecast", script, { series, period, horizon });
  return Array.isArray(said) ? said : null;
}
