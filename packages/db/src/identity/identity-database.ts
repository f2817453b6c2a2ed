import { inUtc } from "@besunny/sql/in-utc";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/client";
import { statementNames } from "../statement-names";
import { accessRepository } from "./access";
import { attemptRepository } from "./attempts";
import { callerRepository } from "./callers";
import { certificateRepository } from "./certificates";
import { returningConsentRepository } from "./consents";
import { deviceRepository } from "./devices";
import { addressProofRepository } from "./factors/address-proofs";
import { challengeRepository } from "./factors/challenges";
import { passkeyRepository } from "./factors/passkeys";
import { recoveryCodeRepository } from "./factors/recovery-codes";
import { totpFactorRepository } from "./factors/totp-factors";
import { incomingHookRepository } from "./hooks";
import type { IdentityTx } from "./identity-tx";
import { inboundHookFinder } from "./inbound-hooks";
import { invitationRepository } from "./invitations";
import { mailSubscriptionRepository } from "./mail-subscriptions";
import { passwordResetRepository } from "./password-resets";
import { publicLinkRepository } from "./public-links";
import { requestCounterRepository } from "./request-counters";
import { sessionRepository } from "./sessions";
import { signUpRequestRepository } from "./sign-up-requests";
import { slackPeopleRepository } from "./slack-people";
import { ssoAttemptRepository } from "./sso/sso-attempts";
import { organisationSignInRepository } from "./sso/sso-connections";
import { ssoIdentityRepository } from "./sso/sso-identities";
import { userRepository } from "./users";

/** Connects to the data that is needed before a workspace is known: people, their sessions and keys. Its role can read no document. */
export function createIdentityDatabase(connectionString: string) {
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: inUtc(connectionString), max: 4 },
      { statementNameGenerator: statementNames() },
    ),
  });

  return {
    /** Runs `work` in one transaction. */
    transaction: <T>(work: (repositories: IdentityRepositories) => Promise<T>): Promise<T> =>
      prisma.$transaction((tx) => work(repositories(tx)), { maxWait: 15_000 }),
    /** Single statements without a transaction, for the check that every request makes. */
    ...repositories(prisma),
    close: () => prisma.$disconnect(),
  };
}

export type IdentityDatabase = ReturnType<typeof createIdentityDatabase>;
export type IdentityRepositories = ReturnType<typeof repositories>;

function repositories(tx: IdentityTx) {
  return {
    access: accessRepository(tx),
    addressProofs: addressProofRepository(tx),
    attempts: attemptRepository(tx),
    callers: callerRepository(tx),
    challenges: challengeRepository(tx),
    devices: deviceRepository(tx),
    inboundHooks: inboundHookFinder(tx),
    incomingHooks: incomingHookRepository(tx),
    invitations: invitationRepository(tx),
    mailSubscriptions: mailSubscriptionRepository(tx),
    organisationSignIns: organisationSignInRepository(tx),
    passkeys: passkeyRepository(tx),
    slackPeople: slackPeopleRepository(tx),
    passwordResets: passwordResetRepository(tx),
    certificates: certificateRepository(tx),
    publicLinks: publicLinkRepository(tx),
    recoveryCodes: recoveryCodeRepository(tx),
    returningConsents: returningConsentRepository(tx),
    requestCounters: requestCounterRepository(tx),
    sessions: sessionRepository(tx),
    signUpRequests: signUpRequestRepository(tx),
    ssoAttempts: ssoAttemptRepository(tx),
    ssoIdentities: ssoIdentityRepository(tx),
    totpFactors: totpFactorRepository(tx),
    users: userRepository(tx),
  };
}
