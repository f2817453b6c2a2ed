import { countDataIssues } from "@besunny/core/platform/quality/count-data-issues";
import { countLabels } from "@besunny/core/platform/quality/count-labels";
import { listDataIssues } from "@besunny/core/platform/quality/list-data-issues";
import { listDrift } from "@besunny/core/platform/quality/list-drift";
import { listLabels } from "@besunny/core/platform/quality/list-labels";

import { router } from "../init";
import { platformQuery } from "../operations";

export const adminQualityRouter = router({
  drift: platformQuery(listDrift),
  issueCounts: platformQuery(countDataIssues),
  issues: platformQuery(listDataIssues),
  labelCounts: platformQuery(countLabels),
  labels: platformQuery(listLabels),
});
