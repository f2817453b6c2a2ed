import { inUtc } from "@besunny/sql/in-utc";
import { PrismaPg } from "@prisma/adapter-pg";
import { platformChainRepository } from "../audit-chain/audit-chain";
import { type LinkReader, linkReader } from "../audit-chain/link-reader";
import { dueAutomationRepository } from "../automations/due-automations";
import { dashboardRepository } from "../dashboards/dashboards";
import { workspaceKeyRepository } from "../encryption/workspace-keys";
import { platformScope } from "../figures/figure-scope";
import { figureRepository } from "../figures/figures";
import { rollupRepository } from "../figures/rollups";
import { PrismaClient } from "../generated/client";
import { platformHappeningRepository } from "../happenings/platform-happenings";
import { spendingRepository } from "../money/spending";
import { rawRows } from "../raw-rows";
import { reportRepository } from "../reports/reports";
import { dueSourceRepository } from "../sources/due-sources";
import { listenedSourceRepository } from "../sources/listened-sources";
import { platformWatchRepository } from "../trust/audit-watches";
import { platformEvidenceRepository } from "../trust/evidence";
import { platformLookRepository } from "../trust/looks";
import { dueWebhookRepository } from "../webhooks/due-webhooks";
import { platformAuditRepository } from "./audit";
import { usageLedgerRepository } from "./billing/ledger";
import { planRepository } from "./billing/plans";
import { billingProviderRepository } from "./billing/provider";
import { bulkOperationRepository } from "./bulk-operations";
import { dependencyTestRepository } from "./dependency-tests";
import { dueReportRepository } from "./due-reports";
import { flagRepository } from "./flags";
import { indexGenerationRepository } from "./index-generations";
import { liveWorkRepository } from "./live-work";
import { lookupRepository } from "./lookups";
import { platformModelRepository } from "./models";
import { platformCallRepository } from "./money/model-calls";
import { modelPriceRepository } from "./money/model-prices";
import { modelRetirementRepository } from "./money/model-retirements";
import { platformBudgetRepository } from "./money/platform-budgets";
import { speechModelRepository } from "./money/speech-models";
import { nameRepository } from "./names";
import { platformMailRepository } from "./notice-mails";
import { outboxRelayRepository } from "./outbox-relay";
import { overviewRepository } from "./overview";
import { peopleRepository } from "./people";
import { platformDocumentRepository } from "./platform-documents";
import { platformEventRepository } from "./platform-events";
import { platformMeetingRepository } from "./platform-meetings";
import type { PlatformTx } from "./platform-tx";
import { platformWorkspaceRepository } from "./platform-workspaces";
import { platformQualityRepository } from "./quality";
import { scheduleRepository } from "./schedules";
import { searchQualityRepository } from "./search-quality";
import { serverRepository } from "./server";
import { connectorRepository } from "./sources/connectors";
import { platformDepartureRepository } from "./trust/departures";
import { isolationCheckRepository } from "./trust/isolation-checks";
import { workspaceRateRepository } from "./trust/workspace-rates";
import { upkeepRepository } from "./upkeep";

/**
 * Connects to the data of all workspaces, for platform admins, sweeps and the relay. Reads how documents were processed, and changes
 * none.
 */
export function createPlatformDatabase(connectionString: string) {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: inUtc(connectionString), max: 4 }),
  });
  const links = linkReader(connectionString);

  return {
    connectors: connectorRepository(prisma),
    documents: platformDocumentRepository(prisma),
    liveWork: liveWorkRepository(prisma),
    lookups: lookupRepository(prisma),
    evidence: platformEvidenceRepository(prisma),
    looks: platformLookRepository(prisma),
    mails: platformMailRepository(prisma),
    models: platformModelRepository(prisma),
    happenings: platformHappeningRepository(prisma),
    outbox: outboxRelayRepository(prisma),
    overview: overviewRepository(prisma),
    quality: platformQualityRepository(prisma),
    spending: spendingRepository(prisma),
    budgets: platformBudgetRepository(prisma),
    names: nameRepository(prisma),
    searchQuality: searchQualityRepository(prisma),
    server: serverRepository(prisma),
    upkeep: upkeepRepository(prisma),
    rollups: rollupRepository(prisma, (work) =>
      prisma.$transaction(work, { maxWait: 15_000, timeout: 120_000 }),
    ),
    ...written(prisma, links),
    /** Reads figures and names in one transaction, as of the moment at which it begins. */
    atOneMoment: <T>(work: (repositories: PlatformFigures) => Promise<T>): Promise<T> =>
      prisma.$transaction((tx) => work(figuresOf(tx)), {
        isolationLevel: "RepeatableRead",
        maxWait: 15_000,
        timeout: 180_000,
      }),
    /** Runs a change and its audit row in one transaction. */
    transaction: <T>(work: (repositories: PlatformWrites) => Promise<T>): Promise<T> =>
      prisma.$transaction((tx) => work(written(tx, links)), { maxWait: 15_000 }),
    /** Sends a query and throws if PostgreSQL does not answer. For readiness. */
    ping: async (): Promise<void> => {
      await answer(prisma)`select 1`;
    },
    close: async () => {
      await Promise.all([prisma.$disconnect(), links.disconnect()]);
    },
  };
}

export type PlatformDatabase = ReturnType<typeof createPlatformDatabase>;
export type PlatformWrites = ReturnType<typeof written>;

/** The repositories with which platform admins change data. */
function written(tx: PlatformTx, links: LinkReader) {
  return {
    audit: platformAuditRepository(tx),
    auditChain: platformChainRepository(tx, links),
    dashboards: dashboardRepository(tx, null),
    dependencyTests: dependencyTestRepository(tx),
    flags: flagRepository(tx),
    events: platformEventRepository(tx),
    modelCalls: platformCallRepository(tx),
    modelPrices: modelPriceRepository(tx),
    modelRetirements: modelRetirementRepository(tx),
    departures: platformDepartureRepository(tx),
    isolationChecks: isolationCheckRepository(tx),
    rates: workspaceRateRepository(tx),
    speechModels: speechModelRepository(tx),
    indexGenerations: indexGenerationRepository(tx),
    people: peopleRepository(tx),
    workspaces: platformWorkspaceRepository(tx),
    workspaceKeys: workspaceKeyRepository(tx),
    operations: bulkOperationRepository(tx),
    schedules: scheduleRepository(tx),
    /** The reports of the platform. */
    reports: reportRepository(tx, null),
    dueReports: dueReportRepository(tx),
    meetings: platformMeetingRepository(tx),
    dueSources: dueSourceRepository(tx),
    dueAutomations: dueAutomationRepository(tx),
    dueWebhooks: dueWebhookRepository(tx),
    auditWatches: platformWatchRepository(tx),
    listenedSources: listenedSourceRepository(tx),
    plans: planRepository(tx),
    usageLedger: usageLedgerRepository(tx),
    billingProvider: billingProviderRepository(tx),
  };
}

function figuresOf(tx: PlatformTx) {
  return { figures: figureRepository(tx, platformScope()), names: nameRepository(tx) };
}
type PlatformFigures = ReturnType<typeof figuresOf>;

const answer = rawRows();
