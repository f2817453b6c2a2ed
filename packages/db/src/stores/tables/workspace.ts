import {
  cleared,
  idAlone,
  inWorkspace,
  kept,
  ofDocument,
  ofPlatform,
  type Store,
  takenOut,
  theirs,
  theirsById,
} from "../store";

const chain = kept(
  "The log proves that nothing was changed in it. It keeps ids, and no erased words.",
);
const neverChanges = kept("A release never changes. It holds no text of documents.");
const numbers = kept("It holds numbers that are counted from rows again.");

/** The settings of a workspace, its models, its money, its figures and its log. */
export const workspaceTables = {
  Workspace: inWorkspace({ table: "workspaces", holds: "the name of the workspace" }),
  FeatureFlagWorkspace: inWorkspace({
    table: "feature_flag_workspaces",
    holds: "features that are turned on or off",
  }),
  ProviderRule: inWorkspace({
    table: "provider_rules",
    holds: "regions of servers, and what is allowed outside of its own",
    people: { changed_by_id: cleared },
  }),
  WorkspaceRate: inWorkspace({
    table: "workspace_rates",
    holds: "limits of requests that are set for it",
    people: { changed_by_id: idAlone },
  }),
  WorkspaceKey: inWorkspace({
    table: "workspace_keys",
    holds: "the wrapped keys of its files",
    workspace: {
      export: kept("A key leaves in no export."),
      erase: kept(
        "The key itself is destroyed. Its row stays, so that no other key takes its place.",
      ),
    },
    secrets: ["wrapped"],
  }),
  KeyEvent: inWorkspace({
    table: "key_events",
    holds: "when keys were made, wrapped, retired and destroyed",
    workspace: {
      export: "rows",
      erase: kept("It proves when the key was destroyed, and holds no key and no content."),
    },
  }),
  FileEncryption: inWorkspace({
    table: "file_encryptions",
    holds: "how many files are encrypted with the newest key",
  }),
  RedactionPolicy: inWorkspace({
    table: "redaction_policies",
    holds: "rules for texts that leave",
    people: { created_by_id: idAlone },
  }),
  Dataset: inWorkspace({
    table: "datasets",
    holds: "sets of labelled documents",
    people: { created_by_id: cleared },
  }),
  DatasetItem: ofDocument({ table: "dataset_items", holds: "documents of such sets" }),
  TrainingRun: inWorkspace({
    table: "training_runs",
    holds: "trainings of models",
    people: { started_by_id: cleared },
  }),
  Release: inWorkspace({
    table: "releases",
    holds: "releases of models and rules",
    people: { created_by_id: { isTheirs: false, erase: neverChanges } },
  }),
  ReleaseRole: inWorkspace({ table: "release_roles", holds: "which release decides" }),
  ReleaseChange: inWorkspace({
    table: "release_changes",
    holds: "since when releases decide",
    people: { by_id: idAlone },
  }),
  Evaluation: inWorkspace({
    table: "evaluations",
    holds: "measurements of releases",
    people: { started_by_id: cleared },
  }),
  EvaluationItem: ofDocument({ table: "evaluation_items", holds: "documents of measurements" }),
  Experiment: inWorkspace({
    table: "experiments",
    holds: "releases that are tried",
    people: { started_by_id: cleared },
  }),
  ExperimentUnit: ofDocument({ table: "experiment_units", holds: "documents of trials" }),
  ShadowResult: ofDocument({ table: "shadow_results", holds: "results of shadow releases" }),
  ExperimentLook: inWorkspace({ table: "experiment_looks", holds: "counts of trials" }),
  DriftWindow: inWorkspace({ table: "drift_windows", holds: "weeks of sources" }),
  DriftExample: ofDocument({ table: "drift_examples", holds: "documents that stand out" }),
  Budget: inWorkspace({
    table: "budgets",
    holds: "budgets",
    people: { created_by_id: cleared, subject_id: { isTheirs: false, erase: "delete" } },
  }),
  BudgetWindow: inWorkspace({ table: "budget_windows", holds: "money that was spent" }),
  SpendingRule: inWorkspace({ table: "spending_rules", holds: "rules for unknown prices" }),
  ReportSchedule: inWorkspace({
    table: "report_schedules",
    holds: "reports that are made at times",
    people: { owner_id: theirs, recipient_ids: takenOut },
  }),
  ReportRun: inWorkspace({
    table: "report_runs",
    holds: "reports that were made",
    people: { asked_by_id: cleared },
  }),
  Dashboard: inWorkspace({
    table: "dashboards",
    holds: "dashboards",
    people: { owner_id: cleared },
  }),
  DashboardVersion: inWorkspace({
    table: "dashboard_versions",
    holds: "versions of dashboards",
    people: { made_by_id: cleared },
  }),
  DashboardShare: inWorkspace({
    table: "dashboard_shares",
    holds: "links to dashboards",
    people: { created_by_id: cleared },
    secrets: ["token_hash"],
  }),
  Automation: inWorkspace({
    table: "automations",
    holds: "automations and their drafts",
    people: { owner_id: cleared },
  }),
  AutomationVersion: inWorkspace({
    table: "automation_versions",
    holds: "published versions of automations",
    people: { made_by_id: cleared },
  }),
  AutomationRun: ofDocument({
    table: "automation_runs",
    holds: "what automations did with a document, and why",
  }),
  AutomationFiring: ofDocument({
    table: "automation_firings",
    holds: "which triggers have begun an automation",
  }),
  AutomationChange: ofDocument({
    table: "automation_changes",
    holds: "what a step changed, and what was there before",
  }),
  AutomationRehearsal: inWorkspace({
    table: "automation_rehearsals",
    holds: "what automations would do",
    people: { asked_by_id: cleared },
  }),
  RehearsalRow: ofDocument({
    table: "rehearsal_rows",
    holds: "what an automation would do with a document",
  }),
  Approval: ofDocument({
    table: "approvals",
    holds: "questions that automations ask people",
    people: { asked: takenOut, brought_by: cleared, decided_by: cleared },
  }),
  ApprovalVote: inWorkspace({
    table: "approval_votes",
    holds: "answers of people to automations",
    people: { user_id: theirsById },
  }),
  MetricRollup: inWorkspace({
    table: "metric_rollups",
    holds: "sums of hours",
    workspace: { export: numbers, erase: "rows" },
  }),
  RollupMark: inWorkspace({
    table: "rollup_marks",
    holds: "hours that are counted again",
    workspace: { export: numbers, erase: "rows" },
  }),
  AuditEntry: inWorkspace({
    table: "audit_entries",
    holds: "the audit log",
    workspace: { export: "rows", erase: chain },
    people: { actor_id: theirsById },
  }),
  SensitivityRule: inWorkspace({
    table: "sensitivity_rules",
    holds: "marks of sensitive documents",
    documents: { document_id: "delete" },
    people: { created_by_id: idAlone },
  }),
  WorkspaceLook: inWorkspace({
    table: "workspace_looks",
    holds: "looks of platform admins",
    people: { admin_id: idAlone, decided_by_id: idAlone },
  }),
  AuditWatch: inWorkspace({
    table: "audit_watches",
    holds: "filters of the audit log that people watch",
    people: { made_by_id: idAlone },
  }),
  AuditLink: inWorkspace({
    table: "audit_links",
    holds: "the chain of the audit log",
    workspace: { export: "rows", erase: chain },
  }),
  AuditHead: inWorkspace({
    table: "audit_heads",
    holds: "the end of the chain",
    workspace: { export: "rows", erase: chain },
  }),
  PlatformAuditEntry: ofPlatform({
    table: "platform_audit_entries",
    holds: "what admins of the platform did",
    people: { actor_id: idAlone },
  }),
} satisfies Partial<Record<string, Store>>;
