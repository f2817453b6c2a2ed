import { countDataIssues } from "@besunny/core/platform/quality/count-data-issues";
import { countLabels } from "@besunny/core/platform/quality/count-labels";
import { listDataIssues } from "@besunny/core/platform/quality/list-data-issues";
import { listDrift } from "@besunny/core/platform/quality/list-drift";
import { listLabels } from "@besunny/core/platform/quality/list-labels";
import { applyCleanings } from "@besunny/core/quality/cleaning/apply-cleanings";
import { listCleanings } from "@besunny/core/quality/cleaning/list-cleanings";
import { previewCleaning } from "@besunny/core/quality/cleaning/preview-cleaning";
import { undoCleanings } from "@besunny/core/quality/cleaning/undo-cleanings";
import { countIssues } from "@besunny/core/quality/issues/count-issues";
import { decideIssues } from "@besunny/core/quality/issues/decide-issues";
import { listIssues } from "@besunny/core/quality/issues/list-issues";

import { router } from "../init";
import { mutation, platformQuery, query } from "../operations";

export const qualityRouter = router({
  issues: query(listIssues),
  counts: query(countIssues),
  decide: mutation(decideIssues),
  preview: query(previewCleaning),
  clean: mutation(applyCleanings),
  cleanings: query(listCleanings),
  undo: mutation(undoCleanings),
});

export const adminQualityRouter = router({
  drift: platformQuery(listDrift),
  issueCounts: platformQuery(countDataIssues),
  issues: platformQuery(listDataIssues),
  labelCounts: platformQuery(countLabels),
  labels: platformQuery(listLabels),
});
