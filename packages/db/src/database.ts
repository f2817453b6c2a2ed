import { inUtc } from "@besunny/sql/in-utc";
import { PrismaPg } from "@prisma/adapter-pg";
import { auditChainRepository } from "./audit-chain/audit-chain";
import { type LinkReader, linkReader } from "./audit-chain/link-reader";
import { approvalRepository } from "./automations/approvals";
import { automationRunRepository } from "./automations/automation-runs";
import { automationRepository } from "./automations/automations";
import { memberRightsRepository } from "./automations/people";
import { rehearsalRepository } from "./automations/rehearsals";
import { ruleRecordRepository } from "./automations/rule-records";
import { timedDocumentRepository } from "./automations/timed-documents";
import { dashboardRepository } from "./dashboards/dashboards";
import { encryptionRepository } from "./encryption/encryption";
import { workspaceScope } from "./figures/figure-scope";
import { figureRepository } from "./figures/figures";
import { PrismaClient } from "./generated/client";
import { createIdentityDatabase } from "./identity/identity-database";
import { actionItemRepository } from "./meetings/action-items";
import { briefRepository } from "./meetings/briefs";
import { decisionRepository } from "./meetings/decisions";
import { linkCandidateRepository } from "./meetings/link-candidates";
import { meetingChoiceRepository } from "./meetings/meeting-choices";
import { meetingEventRepository } from "./meetings/meeting-events";
import { meetingLinkRepository } from "./meetings/meeting-links";
import { meetingRepository } from "./meetings/meetings";
import { billingRepository } from "./money/billing";
import { type CallLedger, callLedger } from "./money/call-ledger";
import { spendingRepository } from "./money/spending";
import { usageRepository } from "./money/usage";
import { createPlatformDatabase } from "./platform/platform-database";
import { departureRepository } from "./privacy/departures";
import { exportRowRepository } from "./privacy/export-rows";
import { exportRepository } from "./privacy/exports";
import { legalHoldRepository } from "./privacy/legal-holds";
import { receiptRepository } from "./privacy/receipts";
import { privacyRequestRepository } from "./privacy/requests";
import { restrictionRepository } from "./privacy/restrictions";
import { retentionRepository } from "./privacy/retention/retention";
import { retentionRuleRepository } from "./privacy/retention/retention-rules";
import { storeRowRepository } from "./privacy/store-rows";
import { traceRepository } from "./privacy/traces";
import { reportRepository } from "./reports/reports";
import type { Scope } from "./scope";
import { slackRepository } from "./slack/slack";
import { calendarEventRepository } from "./sources/calendar-events";
import { connectionRepository } from "./sources/connections";
import { consentRepository } from "./sources/consents";
import { sourceItemRepository } from "./sources/source-items";
import { sourceLookRepository } from "./sources/source-looks";
import { sourceOriginRepository } from "./sources/source-origins";
import { sourcePeopleRepository } from "./sources/source-people";
import { sourcePumpRepository } from "./sources/source-pump";
import { sourceWatchRepository } from "./sources/source-watches";
import { sourceRepository } from "./sources/sources";
import { takenFileRepository } from "./sources/taken-files";
import { plannedEachTime, statementNames } from "./statement-names";
import { auditWatchRepository } from "./trust/audit-watches";
import { evidenceRepository } from "./trust/evidence";
import { lookRepository } from "./trust/looks";
import { sensitivityRepository } from "./trust/sensitivity";
import { inboundHookRepository } from "./webhooks/inbound-hooks";
import { webhookEndpointRepository } from "./webhooks/webhook-endpoints";
import { webhookMessageRepository } from "./webhooks/webhook-messages";
import { apiKeyRepository } from "./workspace/api-keys";
import { documentReviewRepository } from "./workspace/attention/document-reviews";
import { dueDateRepository } from "./workspace/attention/due-dates";
import { auditRepository } from "./workspace/audit";
import { batchRepository } from "./workspace/batches";
import { budgetRepository } from "./workspace/budgets";
import { cardFieldRepository } from "./workspace/card-fields";
import { commentRepository } from "./workspace/comments";
import { conversationRepository } from "./workspace/conversations/conversations";
import { conversationTurnRepository } from "./workspace/conversations/turns";
import { documentTypeRepository } from "./workspace/document-types";
import { askedDocumentRepository } from "./workspace/documents/asked-documents";
import { classificationResultRepository } from "./workspace/documents/classification-results";
import { deletionCheckRepository } from "./workspace/documents/deletion-checks";
import { documentFactRepository } from "./workspace/documents/document-facts";
import { documentFeaturesRepository } from "./workspace/documents/document-features";
import { documentLikenessRepository } from "./workspace/documents/document-likeness";
import { documentOpeningRepository } from "./workspace/documents/document-openings";
import { documentShareRepository } from "./workspace/documents/document-shares";
import { documentRepository } from "./workspace/documents/documents";
import { familyRepository } from "./workspace/documents/families";
import { filingRepository } from "./workspace/documents/filing";
import { labelRepository } from "./workspace/documents/labels";
import { pageTextRepository } from "./workspace/documents/page-texts";
import { passageRepository } from "./workspace/documents/passages";
import { documentLinkRepository } from "./workspace/documents/public-links";
import { entityRepository } from "./workspace/entities/entities";
import { customFieldRepository } from "./workspace/fields/custom-fields";
import { fieldOptionRepository } from "./workspace/fields/field-options";
import { fieldValueRepository } from "./workspace/fields/field-values";
import { groupRepository } from "./workspace/groups";
import { happeningRepository } from "./workspace/happenings";
import { idempotencyKeyRepository } from "./workspace/idempotency-keys";
import { libraryLayoutRepository } from "./workspace/library-layouts";
import { mailRepository } from "./workspace/mails";
import { memberRepository } from "./workspace/members";
import { datasetRepository } from "./workspace/models/datasets";
import { evaluationRepository } from "./workspace/models/evaluations";
import { experimentRepository } from "./workspace/models/experiments";
import { releaseRepository } from "./workspace/models/releases";
import { taughtLabelRepository } from "./workspace/models/taught-labels";
import { trainingRunRepository } from "./workspace/models/training-runs";
import { outboxRepository } from "./workspace/outbox";
import { firstStepsRepository } from "./workspace/people/first-steps";
import { noticeMailRepository } from "./workspace/people/notice-mails";
import { noticeSettingsRepository } from "./workspace/people/notice-settings";
import { noticeRepository } from "./workspace/people/notices";
import { ownDataRepository } from "./workspace/people/own-data";
import { visitRepository } from "./workspace/people/visits";
import { projectRepository } from "./workspace/projects";
import { cleaningRepository } from "./workspace/quality/cleanings";
import { dataIssueRepository } from "./workspace/quality/data-issues";
import { driftWindowRepository } from "./workspace/quality/drift-windows";
import { featureValuesRepository } from "./workspace/quality/feature-values";
import { labelledDocumentRepository } from "./workspace/quality/labelled-documents";
import { redactionPolicyRepository } from "./workspace/redaction-policies";
import { runRepository } from "./workspace/runs";
import { searchLogRepository } from "./workspace/search-log";
import { signInPolicyRepository } from "./workspace/sign-in/sign-in-policies";
import { ssoConnectionRepository } from "./workspace/sign-in/sso-connections";
import { tagRepository } from "./workspace/tags";
import { canaryRepository } from "./workspace/trust/canaries";
import { residencyRepository } from "./workspace/trust/residency";
import type { Tx } from "./workspace/tx";
import { viewRepository } from "./workspace/views";
import { workspaceRepository } from "./workspace/workspaces";

/** A connection URL for each role of the application. The migrations list what each role may do. */
export type DatabaseUrls = { app: string; identity: string; platform: string };

/** Without another limit, a transaction that takes longer is rolled back. */
const USUAL_TIMEOUT_SECONDS = 30;

type TransactionOptions = {
  timeoutSeconds?: number;
  /** True: every statement sees the data of the moment at which the first one began. */
  isOfOneMoment?: boolean;
};

/** Connects to PostgreSQL, the only store of truth. Every transaction names one workspace. */
export function createDatabase(urls: DatabaseUrls) {
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: plannedEachTime(inUtc(urls.app)), max: 8 },
      { statementNameGenerator: statementNames() },
    ),
  });
  const identity = createIdentityDatabase(urls.identity);
  const platform = createPlatformDatabase(urls.platform);
  const links = linkReader(urls.app);
  const ledgers = { workspaces: callLedger(urls.app), platform: callLedger(urls.platform) };

  function transaction(readOnly: "on" | "off") {
    return <T>(
      scope: Scope,
      work: (repositories: Repositories) => Promise<T>,
      { timeoutSeconds = USUAL_TIMEOUT_SECONDS, isOfOneMoment = false }: TransactionOptions = {},
    ): Promise<T> =>
      prisma.$transaction(
        async (tx) => {
          // Row-level security reads this setting. A query that omits its workspace finds nothing.
          await tx.$executeRaw`select set_config('app.workspace_id', ${scope.workspaceId}, true),
                                      set_config('transaction_read_only', ${readOnly}, true)`;
          return work(repositories(tx, scope, links));
        },
        {
          maxWait: 15_000,
          timeout: timeoutSeconds * 1000,
          ...(isOfOneMoment && { isolationLevel: "RepeatableRead" }),
        },
      );
  }

  return {
    read: transaction("on"),
    write: transaction("off"),
    identity,
    platform,
    /** The ledger of calls to outside models. */
    calls: ledgerOf(ledgers.workspaces, ledgers.platform),
    close: async () => {
      await Promise.all([
        prisma.$disconnect(),
        identity.close(),
        platform.close(),
        links.disconnect(),
        ledgers.workspaces.disconnect(),
        ledgers.platform.disconnect(),
      ]);
    },
  };
}

/** The workspace of a call is the empty string for BeSunny itself, whose calls only the platform's role may write. */
function ledgerOf(ofWorkspaces: CallLedger, ofPlatform: CallLedger): CallLedger {
  const of = (workspaceId: string) => (workspaceId === "" ? ofPlatform : ofWorkspaces);
  return {
    open: (call) => of(call.workspaceId).open(call),
    close: (end) => of(end.workspaceId).close(end),
  };
}

export type Database = ReturnType<typeof createDatabase>;
export type Repositories = ReturnType<typeof repositories>;

function repositories(tx: Tx, scope: Scope, links: LinkReader) {
  return {
    actionItems: actionItemRepository(tx, scope),
    apiKeys: apiKeyRepository(tx, scope),
    askedDocuments: askedDocumentRepository(tx, scope),
    audit: auditRepository(tx, scope),
    approvals: approvalRepository(tx, scope),
    automationRuns: automationRunRepository(tx, scope),
    timedDocuments: timedDocumentRepository(tx, scope),
    automations: automationRepository(tx, scope),
    memberRights: memberRightsRepository(tx, scope),
    rehearsals: rehearsalRepository(tx, scope),
    auditChain: auditChainRepository(tx, scope, links),
    auditWatches: auditWatchRepository(tx, scope),
    batches: batchRepository(tx, scope),
    billing: billingRepository(tx, scope),
    briefs: briefRepository(tx, scope),
    budgets: budgetRepository(tx, scope),
    calendarEvents: calendarEventRepository(tx, scope),
    canaryRows: canaryRepository(tx, scope),
    cardFields: cardFieldRepository(tx, scope),
    cleanings: cleaningRepository(tx, scope),
    comments: commentRepository(tx, scope),
    classificationResults: classificationResultRepository(tx, scope),
    connections: connectionRepository(tx, scope),
    consents: consentRepository(tx, scope),
    dashboards: dashboardRepository(tx, scope.workspaceId),
    dataIssues: dataIssueRepository(tx, scope),
    datasets: datasetRepository(tx, scope),
    departures: departureRepository(tx, scope),
    exportRows: exportRowRepository(tx, scope),
    exports: exportRepository(tx, scope),
    deletionChecks: deletionCheckRepository(tx, scope),
    conversations: conversationRepository(tx, scope),
    customFields: customFieldRepository(tx, scope),
    conversationTurns: conversationTurnRepository(tx, scope),
    decisions: decisionRepository(tx, scope),
    documentFacts: documentFactRepository(tx, scope),
    documentFeatures: documentFeaturesRepository(tx, scope),
    documentLikeness: documentLikenessRepository(tx, scope),
    documentLinks: documentLinkRepository(tx, scope),
    documentOpenings: documentOpeningRepository(tx, scope),
    documentReviews: documentReviewRepository(tx, scope),
    documentShares: documentShareRepository(tx, scope),
    documents: documentRepository(tx, scope),
    encryption: encryptionRepository(tx, scope),
    entities: entityRepository(tx, scope),
    documentTypes: documentTypeRepository(tx, scope),
    driftWindows: driftWindowRepository(tx, scope),
    dueDates: dueDateRepository(tx, scope),
    evaluations: evaluationRepository(tx, scope),
    experiments: experimentRepository(tx, scope),
    families: familyRepository(tx, scope),
    featureValues: featureValuesRepository(tx, scope),
    figures: figureRepository(tx, workspaceScope(scope)),
    fieldOptions: fieldOptionRepository(tx, scope),
    fieldValues: fieldValueRepository(tx, scope),
    filing: filingRepository(tx, scope),
    happenings: happeningRepository(tx, scope),
    takenFiles: takenFileRepository(tx, scope),
    firstSteps: firstStepsRepository(tx, scope),
    groups: groupRepository(tx, scope),
    idempotencyKeys: idempotencyKeyRepository(tx, scope),
    labelledDocuments: labelledDocumentRepository(tx, scope),
    labels: labelRepository(tx, scope),
    linkCandidates: linkCandidateRepository(tx, scope),
    legalHolds: legalHoldRepository(tx, scope),
    libraryLayouts: libraryLayoutRepository(tx, scope),
    mails: mailRepository(tx, scope),
    meetingChoices: meetingChoiceRepository(tx, scope),
    meetingEvents: meetingEventRepository(tx, scope),
    meetingLinks: meetingLinkRepository(tx, scope),
    meetings: meetingRepository(tx, scope),
    members: memberRepository(tx, scope),
    notices: noticeRepository(tx, scope),
    noticeMails: noticeMailRepository(tx, scope),
    noticeSettings: noticeSettingsRepository(tx, scope),
    ownData: ownDataRepository(tx, scope),
    outbox: outboxRepository(tx, scope),
    pageTexts: pageTextRepository(tx, scope),
    passages: passageRepository(tx, scope),
    privacyRequests: privacyRequestRepository(tx, scope),
    projects: projectRepository(tx, scope),
    receipts: receiptRepository(tx, scope),
    redactionPolicies: redactionPolicyRepository(tx, scope),
    releases: releaseRepository(tx, scope),
    reports: reportRepository(tx, scope.workspaceId),
    residency: residencyRepository(tx, scope),
    restrictions: restrictionRepository(tx, scope),
    retained: retentionRepository(tx, scope),
    retentionRules: retentionRuleRepository(tx, scope),
    ruleRecords: ruleRecordRepository(tx, scope),
    runs: runRepository(tx, scope),
    sourceItems: sourceItemRepository(tx, scope),
    sourceLooks: sourceLookRepository(tx, scope),
    sourceOrigins: sourceOriginRepository(tx, scope),
    sourcePeople: sourcePeopleRepository(tx, scope),
    sourcePump: sourcePumpRepository(tx, scope),
    sources: sourceRepository(tx, scope),
    sourceWatches: sourceWatchRepository(tx, scope),
    storeRows: storeRowRepository(tx, scope),
    spending: spendingRepository(tx),
    searchLog: searchLogRepository(tx, scope),
    signInPolicies: signInPolicyRepository(tx, scope),
    ssoConnections: ssoConnectionRepository(tx, scope),
    evidence: evidenceRepository(tx, scope),
    sensitivity: sensitivityRepository(tx, scope),
    looks: lookRepository(tx, scope),
    slack: slackRepository(tx, scope),
    tags: tagRepository(tx, scope),
    taughtLabels: taughtLabelRepository(tx, scope),
    traces: traceRepository(tx, scope),
    trainingRuns: trainingRunRepository(tx, scope),
    usage: usageRepository(tx, scope),
    views: viewRepository(tx, scope),
    visits: visitRepository(tx, scope),
    webhookEndpoints: webhookEndpointRepository(tx, scope),
    webhookMessages: webhookMessageRepository(tx, scope),
    inboundHooks: inboundHookRepository(tx, scope),
    workspaces: workspaceRepository(tx, scope),
  };
}
